import { ResponseError } from '@backstage/errors';
import { problemsOfAnswer } from './problemsOfAnswer';

const refused = (...fields: string[]) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: {
          name: 'RuleViolationError',
          message: 'No',
          details: fields.map(field => ({ field, problem: 'is too high' })),
        },
        response: { statusCode: 422 },
      }),
      { status: 422, headers: { 'Content-Type': 'application/json' } },
    ),
  );

describe('problems of an answer', () => {
  it('stand at their fields, and others in sentences', async () => {
    const answer = await refused(
      'config.rateLimiting.burstLimit',
      'config.rateLimiting.perTenant.tenant-b.burstLimit',
    );
    expect(problemsOfAnswer(answer, ['burstLimit'])).toEqual({
      fields: { burstLimit: 'is too high' },
      others: ['config.rateLimiting.perTenant.tenant-b.burstLimit is too high'],
    });
  });

  it('are none without an answer', () =>
    expect(problemsOfAnswer(null, ['burstLimit'])).toEqual({
      fields: {},
      others: [],
    }));
});
