import { answerOpenai } from './openaiProtocol';

const model = { namespace: 'tenant-a', name: 'chat' };
const identity = { id: 'test-1', created: 1_767_225_600 };
const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };

function ask(
  operation: string,
  body: object,
  { method = 'POST', prefix = '/openai/v1', name = 'chat' } = {},
) {
  const path = `${prefix}${operation}`;
  return answerOpenai(
    model,
    { method, path, body: { model: name, ...body } },
    identity,
  );
}

/** The data of a stream's events; JSON where it is JSON. */
function eventsOf(answer: ReturnType<typeof ask>): unknown[] {
  return 'events' in answer
    ? answer.events.map(({ data }) =>
        data === '[DONE]' ? data : JSON.parse(data),
      )
    : [];
}

const messages = [
  { role: 'system', content: null },
  { role: 'user', content: 'how are you' },
];

describe('answerOpenai', () => {
  it.each(['/openai/v1', '/v1'])('repeats what was said, under %s', prefix => {
    expect(ask('/chat/completions', { messages }, { prefix })).toEqual({
      status: 200,
      body: {
        ...identity,
        model: 'chat',
        object: 'chat.completion',
        choices: [
          {
            index: 0,
            finish_reason: 'stop',
            message: { role: 'assistant', content: 'you said: how are you' },
          },
        ],
        usage,
      },
    });
  });

  it.each<[string, object, string]>([
    ['/completions', { prompt: 'how are you' }, 'you said: how are you'],
    ['/completions', { prompt: ['how', 'are you'] }, 'you said: how are you'],
    ['/completions', { prompt: 'how are you', max_tokens: 2 }, 'you said:'],
  ])('completes: %s %j', (operation, body, text) => {
    expect(ask(operation, body)).toMatchObject({
      body: { object: 'text_completion', choices: [{ text }] },
    });
  });

  it.each<[string, object]>([
    ['max_tokens', { max_tokens: 3 }],
    ['max_completion_tokens', { max_completion_tokens: 3 }],
  ])('ends after %s', (_, limit) => {
    expect(ask('/chat/completions', { messages, ...limit })).toMatchObject({
      body: {
        choices: [{ message: { content: 'you said: how' } }],
        usage: { completion_tokens: 3, total_tokens: 6 },
      },
    });
  });

  it('understands contents in parts', () => {
    const parts = [
      { type: 'text', text: 'how' },
      { type: 'image_url' },
      { type: 'text', text: 'are you' },
    ];
    const body = { messages: [{ role: 'user', content: parts }] };
    expect(ask('/chat/completions', body)).toMatchObject({ body: { usage } });
  });

  it.each<[string, boolean, object[]]>([
    [
      'with its usage at the end when it is asked for',
      true,
      [{ choices: [], usage }],
    ],
    ['without usage when it is not', false, []],
  ])('streams %s', (_, includeUsage, last) => {
    const events = eventsOf(
      ask('/chat/completions', {
        messages,
        stream: true,
        stream_options: { include_usage: includeUsage },
      }),
    );
    const words = events.slice(0, 5).map(event => {
      const { choices } = Object(event);
      return choices[0].delta.content;
    });
    expect(words.join('')).toBe('you said: how are you ');
    expect(events[5]).toMatchObject({ choices: [{ finish_reason: 'stop' }] });
    expect(events.slice(6, -1)).toMatchObject(last);
    expect(events.at(-1)).toBe('[DONE]');
  });

  it('answers the Responses API, whole and in events', () => {
    const completed = {
      object: 'response',
      status: 'completed',
      output: [{ content: [{ type: 'output_text', text: 'you said: hello' }] }],
      usage: { input_tokens: 1, output_tokens: 3, total_tokens: 4 },
    };
    expect(ask('/responses', { input: 'hello' })).toMatchObject({
      body: completed,
    });
    const events = eventsOf(
      ask('/responses', { input: 'hello', stream: true }),
    );
    expect(events.map(event => Object(event).type)).toEqual([
      'response.created',
      ...Array.from({ length: 3 }, () => 'response.output_text.delta'),
      'response.completed',
    ]);
    expect(events.at(-1)).toMatchObject({ response: completed });
  });

  it('embeds one text or several', () => {
    expect(ask('/embeddings', { input: ['a b', 'c'] })).toMatchObject({
      body: {
        object: 'list',
        data: [{ index: 0 }, { index: 1 }],
        usage: { prompt_tokens: 3, total_tokens: 3 },
      },
    });
    expect(ask('/embeddings', { input: 'a' })).toMatchObject({
      body: { data: [{ object: 'embedding', index: 0 }] },
    });
  });

  it('lists itself', () => {
    expect(ask('/models', {}, { method: 'GET' })).toMatchObject({
      status: 200,
      body: { data: [{ id: 'chat', owned_by: 'tenant-a' }] },
    });
  });

  it.each<[string, ReturnType<typeof ask>, number, RegExp]>([
    [
      'another model',
      ask('/chat/completions', { messages }, { name: 'other' }),
      404,
      /The model `other` does not exist/,
    ],
    ['no messages', ask('/chat/completions', {}), 400, /messages/],
    [
      'no model',
      ask('/chat/completions', { model: undefined, messages }),
      400,
      /names no model/,
    ],
    ['an unknown operation', ask('/rerank', {}), 404, /not found/],
    [
      'another method',
      ask('/chat/completions', { messages }, { method: 'GET' }),
      404,
      /not found/,
    ],
    [
      'another prefix',
      ask('/chat/completions', { messages }, { prefix: '/v2' }),
      404,
      /not found/,
    ],
  ])('refuses %s', (_, answer, status, text) => {
    expect(answer).toMatchObject({ status });
    expect(JSON.stringify(answer)).toMatch(text);
  });
});
