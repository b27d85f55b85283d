import { aModel } from '../__testUtils__/builders';
import { initialValues } from './formValues';
import { problemsOfForm } from './problemsOfForm';

describe('problemsOfForm', () => {
  const opened = initialValues(aModel());

  it('finds nothing wrong with the form as it opens', () => {
    expect(problemsOfForm(opened, 'traditional', 'no number')).toEqual({});
  });

  it.each([
    ['', 'must begin with /'],
    ['/models/', 'must not have empty segments or a trailing /'],
    ['/Models', 'may hold only a-z'],
    ['/models/predict', 'must not end in "predict"'],
    ['/v1/iris', 'must not begin with /v1'],
  ])('explains what is wrong with the path %j', (externalPath, problem) => {
    expect(
      problemsOfForm({ ...opened, externalPath }, 'traditional', 'no number')
        .externalPath,
    ).toContain(problem);
  });

  it('lets OpenAI-compatible models begin with /v1', () => {
    const values = initialValues(aModel({ modelType: 'openai' }));
    expect(problemsOfForm(values, 'openai', 'no number')).toEqual({});
  });

  it.each([
    ['', undefined],
    ['  ', undefined],
    ['100', undefined],
    ['0', 'must be at least 1'],
    ['1.5', 'no number'],
    ['-1', 'no number'],
    ['1e3', 'no number'],
    ['many', 'no number'],
  ])('answers %j as a limit with %j', (burstLimit, problem) => {
    expect(
      problemsOfForm({ ...opened, burstLimit }, 'traditional', 'no number')
        .burstLimit,
    ).toBe(problem);
  });

  it('does not let a limit through that the gateway cannot count', () => {
    expect(
      problemsOfForm(
        { ...opened, requestsPerHour: '4294967296' },
        'traditional',
        'no number',
      ).requestsPerHour,
    ).toBeDefined();
  });
});
