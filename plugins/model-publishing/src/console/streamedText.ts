import { z } from 'zod';

/** One event of a chat, a completion or a response, as far as it holds text. */
const eventSchema = z.union([
  z.object({
    choices: z.array(
      z.object({
        index: z.number().default(0),
        text: z.string().nullish(),
        delta: z.object({ content: z.string().nullish() }).nullish(),
      }),
    ),
  }),
  z.object({
    type: z.literal('response.output_text.delta'),
    delta: z.string(),
  }),
]);

/** Data of server-sent events; the last one may not be complete yet. */
function eventsIn(body: string): string[] {
  return body
    .split(/\r?\n\r?\n/)
    .map(event =>
      event
        .split(/\r?\n/)
        .flatMap(line =>
          line.startsWith('data:') ? line.slice('data:'.length).trim() : [],
        )
        .join('\n'),
    )
    .filter(data => data !== '' && data !== '[DONE]');
}

/** The text that the events of a streamed answer make together, of its first choice. */
export function streamedText(body: string): string {
  return eventsIn(body).map(textOf).join('');
}

function textOf(data: string): string {
  const { data: event } = eventSchema.safeParse(parsed(data));
  if (!event) {
    return '';
  }
  if ('type' in event) {
    return event.delta;
  }
  return event.choices
    .filter(({ index }) => index === 0)
    .map(({ text, delta }) => text ?? delta?.content ?? '')
    .join('');
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
