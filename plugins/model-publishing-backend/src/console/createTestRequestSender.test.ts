import { TestEvent } from '@inference-portal/plugin-model-publishing-common';
import {
  createServer,
  IncomingMessage,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { aGateway } from '../__testUtils__/builders';
import { SecretText } from '../keys/SecretText';
import { createTestRequestSender } from './createTestRequestSender';
import { GatewayTestRequest } from './TestRequestSender';

const request: GatewayTestRequest = {
  hostname: 'models.example.org',
  method: 'POST',
  path: '/models/iris/predict',
  body: '{"instances":[]}',
  key: new SecretText('the-key'),
};
/** Longer than any test, for those that do not wait for it. */
const PATIENT = { timeoutMs: 60_000, answerBytes: 2 ** 20 };
const never = new AbortController().signal;

describe('a test request', () => {
  let server: Server;
  let serve: RequestListener;
  const seen: IncomingMessage[] = [];
  const closed: Promise<unknown>[] = [];

  beforeEach(async () => {
    seen.length = 0;
    closed.length = 0;
    server = createServer((incoming, response) => {
      seen.push(incoming);
      closed.push(new Promise(resolve => response.on('close', resolve)));
      serve(incoming, response);
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(
    () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );

  const addressOfServer = () => {
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  };
  const send = (
    overrides: Partial<GatewayTestRequest> = {},
    { limits = PATIENT, signal = never } = {},
  ) =>
    createTestRequestSender(limits)(
      aGateway({ probeUrl: addressOfServer() }),
      { ...request, ...overrides },
      signal,
    );
  async function all(events: AsyncIterable<TestEvent>) {
    const got: TestEvent[] = [];
    for await (const event of events) {
      got.push(event);
    }
    return got;
  }
  const textOf = (events: TestEvent[]) =>
    events.map(event => (event.type === 'data' ? event.text : '')).join('');

  it('goes out under the published hostname with the key, and nothing else of anybody', async () => {
    let body = '';
    serve = async (incoming, response) => {
      body = await text(incoming);
      response.end();
    };
    await all(send());
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/models/iris/predict',
      headers: {
        host: 'models.example.org',
        'x-api-key': 'the-key',
        'content-type': 'application/json',
      },
    });
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-api-key',
    ]);
    expect(body).toBe('{"instances":[]}');
  });

  it('carries no key where the model is public, and no body where it only reads', async () => {
    serve = (_, response) => response.end();
    await all(send({ method: 'GET', body: undefined, key: undefined }));
    expect(seen[0]?.method).toBe('GET');
    expect(seen[0]?.headers).not.toHaveProperty('x-api-key');
    expect(seen[0]?.headers).not.toHaveProperty('content-type');
  });

  it.each(['//127.0.0.2/x', '/\\127.0.0.2/x', 'http://127.0.0.2/x', '@x/y'])(
    'stays at the gateway whatever the path is: %s',
    async path => {
      serve = (_, response) => response.end('here');
      expect(textOf(await all(send({ path })))).toBe('here');
    },
  );

  it('tells the answer, whatever its status', async () => {
    serve = (_, response) => {
      response.setHeader('x-ratelimit-limit', ['3', '100']);
      response.writeHead(429, { 'x-ratelimit-reset': '7' }).end('too many');
    };
    expect(await all(send())).toEqual([
      {
        type: 'response',
        status: 429,
        headers: expect.objectContaining({
          'x-ratelimit-limit': '3, 100',
          'x-ratelimit-reset': '7',
        }),
        latencyMs: expect.any(Number),
      },
      { type: 'data', text: 'too many' },
      { type: 'end', durationMs: expect.any(Number), truncated: false },
    ]);
  });

  it('follows no redirect', async () => {
    serve = (_, response) =>
      response
        .writeHead(307, { location: `${addressOfServer()}/elsewhere` })
        .end();
    expect(await all(send())).toMatchObject([
      { type: 'response', status: 307 },
      { type: 'end' },
    ]);
    expect(seen).toHaveLength(1);
  });

  it('passes on each part as it comes', async () => {
    let open: ServerResponse | undefined;
    serve = (_, response) => {
      open = response;
      response.write('one');
    };
    const parts: string[] = [];
    for await (const event of send()) {
      if (event.type === 'data') {
        parts.push(event.text);
        // The second part is not written before the first one has come out.
        if (parts.length === 1) {
          open?.end('two');
        }
      }
    }
    expect(parts).toEqual(['one', 'two']);
  });

  it('keeps characters whole that are cut between parts', async () => {
    const bytes = Buffer.from('€');
    let open: ServerResponse | undefined;
    serve = (_, response) => {
      open = response;
      response.flushHeaders();
      response.write(bytes.subarray(0, 1));
    };
    const events: TestEvent[] = [];
    for await (const event of send()) {
      events.push(event);
      if (event.type === 'response') {
        open?.end(bytes.subarray(1));
      }
    }
    expect(textOf(events)).toBe('€');
  });

  it.each([
    ['as long as it may be', 'x'.repeat(10), false, 10],
    ['one byte longer', 'x'.repeat(11), true, 10],
    ['longer within a part', 'x'.repeat(1000), true, 10],
  ])('gives an answer that is %s', async (_, body, truncated, length) => {
    serve = (_incoming, response) => response.end(body);
    const limits = { ...PATIENT, answerBytes: 10 };
    const events = await all(send({}, { limits }));
    expect(textOf(events)).toHaveLength(length);
    expect(events[events.length - 1]).toMatchObject({ type: 'end', truncated });
  });

  it('stops a model that does not stop', async () => {
    serve = (_, response) => {
      const go = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
        response.once('drain', go);
      };
      go();
    };
    const limits = { ...PATIENT, answerBytes: 100_000 };
    const events = await all(send({}, { limits }));
    expect(textOf(events)).toHaveLength(100_000);
    expect(events[events.length - 1]).toMatchObject({ truncated: true });
    await closed[0];
  });

  it.each<[string, RequestListener]>([
    ['has not begun', () => {}],
    ['does not end', (_, response) => response.write('x')],
  ])('gives up on an answer that %s in time', async (_, listener) => {
    serve = listener;
    const limits = { ...PATIENT, timeoutMs: 300 };
    const events = await all(send({}, { limits }));
    expect(events[events.length - 1]).toEqual({
      type: 'error',
      reason: 'timeout',
      message: 'There was no complete answer within 0.3 s',
    });
    await closed[0];
  });

  it('tells that an answer has broken off', async () => {
    serve = (_, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('x', () => response.destroy());
    };
    const events = await all(send());
    expect(events[events.length - 1]).toMatchObject({ reason: 'broken-off' });
  });

  it('tells that the gateway is away, and not where it is', async () => {
    const address = addressOfServer();
    await new Promise(resolve => server.close(resolve));
    const events = await all(
      createTestRequestSender(PATIENT)(
        aGateway({ probeUrl: address }),
        request,
        never,
      ),
    );
    expect(events).toMatchObject([{ type: 'error', reason: 'unreachable' }]);
    expect(JSON.stringify(events)).not.toContain('127.0.0.1');
  });

  it.each<[string, RequestListener]>([
    ['before an answer', () => {}],
    ['in the middle of one', (_, response) => response.write('x')],
  ])('ends without a word when nobody waits %s', async (_, listener) => {
    const caller = new AbortController();
    const begun = new Promise<void>(resolve => {
      serve = (...input) => {
        listener(...input);
        resolve();
      };
    });
    const events = all(send({}, { signal: caller.signal }));
    await begun;
    caller.abort();
    expect((await events).filter(({ type }) => type === 'error')).toEqual([]);
    await closed[0];
  });

  it('ends when what comes back is not read to its end', async () => {
    serve = (_, response) => response.write('x');
    for await (const event of send()) {
      expect(event.type).toBe('response');
      break;
    }
    await closed[0];
  });
});
