import { aState } from '../__testUtils__/builders';
import { TestQuestion, testRequestOf } from './testRequestOf';

const traditional = aState().configuration;
const openai = {
  ...traditional,
  modelType: 'openai' as const,
  externalPath: '/v1/models/team/chat',
};
const body = { any: ['thing'] };

function problemsOf(
  configuration: Parameters<typeof testRequestOf>[0],
  question: TestQuestion,
): unknown {
  try {
    testRequestOf(configuration, question);
    return 'none';
  } catch (error) {
    return error;
  }
}

describe('testRequestOf', () => {
  it.each([
    [traditional, 'predict', 'POST', '/models/iris/predict'],
    [traditional, 'explain', 'POST', '/models/iris/explain'],
    [traditional, 'infer', 'POST', '/models/iris/infer'],
    [openai, 'chat/completions', 'POST', '/v1/chat/completions'],
    [openai, 'completions', 'POST', '/v1/completions'],
    [openai, 'embeddings', 'POST', '/v1/embeddings'],
    [openai, 'responses', 'POST', '/v1/responses'],
  ] as const)('%#: asks at %j', (configuration, endpoint, method, path) => {
    const request = testRequestOf(configuration, { endpoint, body });
    expect(request).toMatchObject({
      hostname: configuration.publicHostname,
      method,
      path,
    });
    expect(JSON.parse(request.body ?? '')).toMatchObject(body);
  });

  it.each([
    [traditional, 'metadata', '/models/iris'],
    [openai, 'model', '/v1/models/team/chat'],
  ] as const)('%#: only reads %j', (configuration, endpoint, path) => {
    expect(testRequestOf(configuration, { endpoint })).toEqual({
      hostname: configuration.publicHostname,
      method: 'GET',
      path,
    });
    expect(problemsOf(configuration, { endpoint, body })).toMatchObject({
      details: [{ field: 'body' }],
    });
  });

  it('names the model by its published name, whether or not the body does', () => {
    for (const sent of [{}, { model: 'team/chat' }]) {
      const request = testRequestOf(openai, {
        endpoint: 'embeddings',
        body: sent,
      });
      expect(JSON.parse(request.body ?? '')).toEqual({ model: 'team/chat' });
    }
  });

  it.each(['chat', 'team/other', '', null, 7, ['team/chat']])(
    'refuses a body that names %j as its model',
    model => {
      const question = { endpoint: 'embeddings', body: { model } } as const;
      expect(problemsOf(openai, question)).toMatchObject({
        statusCode: 422,
        details: [{ field: 'body.model' }],
      });
    },
  );

  it("leaves a traditional model's body as it is", () => {
    const sent = { model: 'a feature of that name', instances: [] };
    const { body: text } = testRequestOf(traditional, {
      endpoint: 'predict',
      body: sent,
    });
    expect(JSON.parse(text ?? '')).toEqual(sent);
  });

  it.each([
    [traditional, 'chat/completions'],
    [traditional, 'model'],
    [openai, 'predict'],
    [openai, 'metadata'],
  ] as const)(
    '%#: refuses %j, which models of the other type have',
    (configuration, endpoint) => {
      expect(problemsOf(configuration, { endpoint, body })).toMatchObject({
        details: [{ field: 'endpoint' }],
      });
    },
  );

  it('asks for a body where one is sent', () => {
    expect(problemsOf(traditional, { endpoint: 'predict' })).toMatchObject({
      details: [{ field: 'body' }],
    });
  });
});
