import { readUsage } from './readUsage';

const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };
const chat = JSON.stringify({ model: 'chat', usage });
const counted = { input: 3, output: 5, total: 8, model: 'chat' };
const event = (data: unknown) => `data: ${JSON.stringify(data)}`;
const responses = {
  model: 'chat',
  usage: { input_tokens: 3, output_tokens: 5, total_tokens: 8 },
};

/** A stream in the order of servers: parts without usage, then usage, then the end. */
const stream = (end: string) =>
  [
    event({ model: 'chat', usage: null }),
    `data: ${chat}`,
    'data: [DONE]',
    '',
  ].join(end + end);

describe('readUsage', () => {
  it.each([
    ['a chat', chat],
    ['the Responses API', JSON.stringify(responses)],
    ['a stream', stream('\n')],
    ['a stream with CRLF', stream('\r\n')],
    ['a stream with CR', stream('\r')],
    [
      'a stream of the Responses API',
      `event: response.completed\n${event({
        type: 'response.completed',
        response: responses,
      })}\n\n`,
    ],
    [
      'the last of several in a stream',
      `${event({
        model: 'chat',
        usage: { ...usage, total_tokens: 1 },
      })}\n\n${event({ model: 'chat', usage })}\n\n`,
    ],
  ])('reads the usage of %s', (_, text) => {
    expect(readUsage(text)).toEqual(counted);
  });

  it('reads embeddings, which have no output', () => {
    const text = JSON.stringify({
      model: 'e',
      usage: { prompt_tokens: 3, total_tokens: 3 },
    });
    expect(readUsage(text)).toEqual({
      input: 3,
      output: undefined,
      total: 3,
      model: 'e',
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['no usage', '{"model":"chat"}'],
    ['half an answer', chat.slice(0, -1)],
    [
      'numbers that are none',
      '{"usage":{"prompt_tokens":-1,"total_tokens":8}}',
    ],
    ['a stream without usage', `${event({ usage: null })}\n\ndata: [DONE]\n\n`],
  ])('finds none in %s', (_, text) => {
    expect(readUsage(text)).toBeUndefined();
  });
});
