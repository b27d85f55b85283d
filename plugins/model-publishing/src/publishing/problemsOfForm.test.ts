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

  it('finds nothing wrong with the form of an OpenAI-compatible model as it opens', () => {
    const values = initialValues(aModel({ modelType: 'openai' }));
    expect(problemsOfForm(values, 'openai', 'no number')).toEqual({});
  });

  it.each([
    ['/v1/models/team/chat', undefined],
    ['/v1/models/', 'must not have empty segments or a trailing /'],
    ['/v1/models/a/b/c', expect.stringContaining('at most one "/"')],
    ['/models/chat', expect.stringContaining('must be /v1/models/<name>')],
  ])(
    'answers the path %j of an OpenAI-compatible model with %j',
    (externalPath, problem) => {
      expect(
        problemsOfForm({ ...opened, externalPath }, 'openai', 'no number')
          .externalPath,
      ).toEqual(problem);
    },
  );

  it('checks tokens per hour where the form has them', () => {
    const values = {
      ...initialValues(aModel({ modelType: 'openai' })),
      tokensPerHour: '0',
    };
    expect(problemsOfForm(values, 'openai', 'no number')).toEqual({
      tokensPerHour: 'must be at least 1',
    });
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
