import { operationOf, readAiRequest } from './aiRequests';

const path = '/v1/chat/completions';
const read = (text: string) => readAiRequest(path, 'chat', Buffer.from(text));

describe('operationOf', () => {
  it.each([
    ['/v1/chat/completions', 'chat'],
    ['/v1/completions', 'completion'],
    ['/v1/embeddings', 'embeddings'],
    ['/v1/responses', 'responses'],
    ['/v1/models', undefined],
    ['/v1/chat/completions/', undefined],
    ['constructor', undefined],
  ])('%s is %s', (of, expected) => {
    expect(operationOf(of)).toBe(expected);
  });
});

describe('readAiRequest', () => {
  it.each([
    [
      'a named model',
      '{"model":"chat","n":1}',
      'chat',
      { model: 'chat', n: 1 },
    ],
    ['no model', '{}', '', {}],
    ['a model that is no text', '{"model":4}', '', { model: 4 }],
    ['no object', '"hello"', '', { ...Object('hello') }],
    ['null', 'null', '', {}],
  ])('reads a body with %s', (_, text, model, body) => {
    expect(read(text)).toEqual({ operation: 'chat', model, body });
  });

  it('does not look for a model where there is no body', () => {
    expect(read('')).toEqual({ operation: 'chat', body: {} });
  });

  it('answers what is not JSON as the AI Gateway does', () => {
    const answer = read('{"model":');
    expect(answer).toMatchObject({
      reply: { status: 400, headers: { 'content-type': 'application/json' } },
    });
    const { body } = 'reply' in answer ? answer.reply : { body: '{}' };
    expect(JSON.parse(body)).toEqual({
      type: 'error',
      error: {
        type: 'BadRequest',
        code: '400',
        message: expect.stringMatching(
          /^malformed request: failed to parse JSON for \/v1\/chat\/completions: /,
        ),
      },
    });
  });
});
