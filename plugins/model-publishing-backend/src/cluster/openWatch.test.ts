import { ServerResponse } from 'node:http';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { openWatch } from './openWatch';
import { ConfigMap } from './resources/ConfigMap';
import {
  sendJson,
  startTestApiServer,
  TestApiServer,
} from './__testUtils__/startTestApiServer';

const event = (name: string) => ({
  type: 'ADDED',
  object: { metadata: { name, resourceVersion: '8' } },
});
const line = (name: string) => `${JSON.stringify(event(name))}\n`;

describe('openWatch', () => {
  let server: TestApiServer;
  let config: ConnectedKubeConfig;
  let answer: (response: ServerResponse) => void;
  let seen: string[];

  beforeEach(async () => {
    seen = [];
    server = await startTestApiServer((_, response) => answer(response), {
      token: 'the-token',
    });
    config = new ConnectedKubeConfig(server.connection);
  });
  afterEach(() => server.close());

  const watch = (
    options: { signal?: AbortSignal; timeoutMs?: number } = {},
  ): Promise<void> =>
    openWatch(config, {
      resource: ConfigMap,
      scope: { namespace: 'here', labelSelector: 'a=b' },
      resourceVersion: '7',
      onOpen: () => seen.push('opened'),
      onEvent: ({ object }) => seen.push(object.metadata.name),
      signal: new AbortController().signal,
      ...options,
    });

  it('asks for everything after a version, with bookmarks and an end', async () => {
    answer = response => response.end();
    await watch();

    expect(server.requests).toEqual([
      expect.objectContaining({
        path: '/api/v1/namespaces/here/configmaps',
        query: {
          watch: 'true',
          allowWatchBookmarks: 'true',
          resourceVersion: '7',
          timeoutSeconds: '290',
          labelSelector: 'a=b',
        },
        headers: expect.objectContaining({ authorization: 'Bearer the-token' }),
      }),
    ]);
  });

  it('hands over events as they come, however they are cut', async () => {
    const text = line('a') + line('b') + line('ü');
    const bytes = Buffer.from(text);
    const cut = bytes.indexOf('ü') + 1;
    answer = response => {
      response.write(bytes.subarray(0, 5));
      setImmediate(() => {
        response.write(bytes.subarray(5, cut));
        setImmediate(() => response.end(bytes.subarray(cut)));
      });
    };
    await watch();

    expect(seen).toEqual(['opened', 'a', 'b', 'ü']);
  });

  it('uses its connection again after the end', async () => {
    answer = response => response.end(line('a'));
    await watch();
    await watch();

    expect(server.connections()).toBe(1);
  });

  it('fails when the stream breaks off', async () => {
    answer = response => {
      response.write(line('a'), () => response.destroy());
    };

    await expect(watch()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(seen).toEqual(['opened', 'a']);
  });

  it.each([410, 403, 503])('fails when it is refused with %d', async code => {
    answer = response => sendJson(response, { kind: 'Status' }, code);

    await expect(watch()).rejects.toMatchObject({
      code,
      body: '{"kind":"Status"}',
    });
  });

  it('fails on what is no event', async () => {
    answer = response => response.end('<html>\n');

    await expect(watch()).rejects.toThrow(SyntaxError);
  });

  it('gives up a connection that has been silent for too long', async () => {
    answer = response => {
      response.write(line('a'));
    };

    await expect(watch({ timeoutMs: 50 })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    answer = response => {
      response.write(line('a'), () => setImmediate(() => stop.abort()));
    };

    await expect(watch({ signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
