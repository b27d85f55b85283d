import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../listenOnLoopback';
import { sendEvents } from './sendEvents';

const events: { type?: string; data: string }[] = [
  { data: 'one' },
  { type: 'response.done', data: 'two' },
];

/** A server that sends events to everybody, and how often it has written. */
async function serve(sent: typeof events, pauseMs: number) {
  const seen = { writes: 0, finished: Promise.resolve() };
  const server = createServer((_, response) => {
    const write = jest.spyOn(response, 'write');
    seen.finished = sendEvents(response, { events: sent }, pauseMs, {
      'x-echo': 'yes',
    }).then(() => {
      seen.writes = write.mock.calls.length;
    });
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server, 0, 'test')}`;
  return { url, seen, close: () => closeServer(server) };
}

describe('sendEvents', () => {
  it('sends events, those with a type under its name', async () => {
    const { url, close } = await serve(events, 0);
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('x-echo')).toBe('yes');
    expect(await response.text()).toBe(
      'data: one\n\nevent: response.done\ndata: two\n\n',
    );
    await close();
  });

  it('stops when the client has gone', async () => {
    const many = Array.from({ length: 50 }, () => ({ data: 'word' }));
    const { url, seen, close } = await serve(many, 20);
    const leaving = new AbortController();
    const response = await fetch(url, { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    await seen.finished;
    expect(seen.writes).toBeLessThan(many.length);
    await close();
  });
});
