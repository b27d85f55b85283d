import { createServer, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { closeServer, listenOnLoopback } from '../../listenOnLoopback';
import { readBody } from './readBody';

describe('readBody', () => {
  const server = createServer(async (incoming, response) => {
    const body = await readBody(incoming, 10);
    incoming.resume();
    response.end(body ? `<${body.toString()}>` : 'too large');
  });
  let port: number;
  beforeAll(async () => {
    port = await listenOnLoopback(server, 0, 'test');
  });
  afterAll(() => closeServer(server));

  const send = (...parts: string[]) =>
    new Promise<string>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', method: 'POST' });
      sent.once('error', reject);
      sent.once('response', answer => resolve(text(answer)));
      parts.forEach(part => sent.write(part));
      sent.end();
    });

  it.each<[string, string[], string]>([
    ['no body', [], '<>'],
    ['parts', ['12345', '67890'], '<1234567890>'],
    ['too much at once', ['12345678901'], 'too large'],
    ['too much in the end', ['1234567890', '1'], 'too large'],
  ])('reads %s, and the answer still arrives', async (_, parts, expected) => {
    expect(await send(...parts)).toBe(expected);
  });
});
