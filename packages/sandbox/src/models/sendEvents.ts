import { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { StreamedAnswer } from './openaiAnswers';

/** Sends server-sent events, with a pause after each; stops when the client has gone. */
export async function sendEvents(
  response: ServerResponse,
  { events }: StreamedAnswer,
  pauseMs: number,
  headers: Record<string, string>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...headers });
  for (const { type, data } of events) {
    if (response.destroyed) {
      return;
    }
    response.write(`${type ? `event: ${type}\n` : ''}data: ${data}\n\n`);
    await delay(pauseMs);
  }
  response.end();
}
