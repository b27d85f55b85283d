import { streamedText } from './streamedText';

const stream = (...events: object[]) =>
  events.map(event => `data: ${JSON.stringify(event)}\n\n`).join('');

describe('streamedText', () => {
  it.each([
    [
      'a chat',
      stream(
        { choices: [{ index: 0, delta: { role: 'assistant' } }] },
        { choices: [{ index: 0, delta: { content: 'Hello ' } }] },
        { choices: [{ index: 0, delta: { content: 'you' } }] },
        { choices: [], usage: { total_tokens: 3 } },
      ),
    ],
    [
      'a completion',
      stream({ choices: [{ text: 'Hello ' }] }, { choices: [{ text: 'you' }] }),
    ],
    [
      'a response',
      stream(
        { type: 'response.created', response: {} },
        { type: 'response.output_text.delta', delta: 'Hello ' },
        { type: 'response.output_text.delta', delta: 'you' },
      ).replaceAll('data:', 'event: typed\ndata:'),
    ],
    [
      'lines that end as on Windows',
      stream({ choices: [{ text: 'Hello you' }] }).replaceAll('\n', '\r\n'),
    ],
    [
      'several answers, of which it takes the first one',
      stream(
        { choices: [{ index: 1, text: 'other' }] },
        { choices: [{ index: 0, text: 'Hello you' }] },
      ),
    ],
    [
      'what is no event of this kind',
      `: ping\n\n${stream({
        choices: [{ text: 'Hello you' }],
      })}data: [DONE]\n\ndata: {"cho`,
    ],
  ])('is put together from %s', (_, body) => {
    expect(streamedText(body)).toBe('Hello you');
  });
});
