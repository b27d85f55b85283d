import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TestEvent } from '@inference-portal/plugin-model-publishing-common';
import express from 'express';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { anIdempotency } from '../idempotency/__testUtils__/anIdempotency';
import { UseCases } from '../useCases/UseCases';
import { createRouter } from './createRouter';

const RESPONSE: TestEvent = {
  type: 'response',
  status: 200,
  headers: {},
  latencyMs: 1,
};
const END: TestEvent = { type: 'end', durationMs: 1, truncated: false };

describe('POST .../publish/test-requests', () => {
  let server: Server;
  const sendTestRequest = jest.fn<
    ReturnType<UseCases['sendTestRequest']>,
    Parameters<UseCases['sendTestRequest']>
  >();
  const event = { success: jest.fn(), fail: jest.fn() };
  const createEvent = jest.fn();
  const authorizeConditional = jest.fn();

  beforeEach(async () => {
    jest.resetAllMocks();
    createEvent.mockResolvedValue(event);
    authorizeConditional.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    // Unlike the other use cases, which nothing here may call.
    const useCases = { sendTestRequest } as Partial<UseCases> as UseCases;
    const app = express();
    app.use(
      createRouter({
        useCases,
        auditor: mockServices.auditor.mock({ createEvent }),
        idempotency: anIdempotency(),
        throttle: { admit: () => 0 },
        httpAuth: mockServices.httpAuth(),
        permissions: mockServices.permissions.mock({ authorizeConditional }),
        policies: { predicateOf: () => () => true },
        principalOf: async () => ({ kind: 'user', name: 'ann', claims: [] }),
      }),
    );
    app.use(mockErrorHandler());
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(
    () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );

  const ask = (body: object, signal?: AbortSignal) => {
    const { port } = server.address() as AddressInfo;
    return fetch(
      `http://127.0.0.1:${port}/models/iris/publish/test-requests?tenant=tenant-a`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      },
    );
  };
  const answer = (events: AsyncGenerator<TestEvent, void>) =>
    sendTestRequest.mockResolvedValue(events);
  const linesIn = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));

  it('sends each event as a line, and lets nobody keep or gather them', async () => {
    answer(
      (async function* two() {
        yield RESPONSE;
        yield END;
      })(),
    );
    const response = await ask({ endpoint: 'predict', body: { a: 1 } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(linesIn(await response.text())).toEqual([RESPONSE, END]);
    const [caller, ...input] = sendTestRequest.mock.calls[0] ?? [];
    expect(caller?.principal.name).toBe('ann');
    expect(input).toMatchObject([
      { model: 'iris', tenant: 'tenant-a' },
      { endpoint: 'predict', body: { a: 1 } },
      { aborted: expect.any(Boolean) },
    ]);
  });

  it('sends a line before the next one is known', async () => {
    let goOn = () => {};
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    answer(
      (async function* slow() {
        yield RESPONSE;
        await held;
        yield END;
      })(),
    );
    const response = await ask({ endpoint: 'metadata' });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(linesIn(new TextDecoder().decode(first?.value))).toEqual([RESPONSE]);
    goOn();
    const second = await reader?.read();
    expect(linesIn(new TextDecoder().decode(second?.value))).toEqual([END]);
  });

  it('tells the use case when the caller has gone', async () => {
    const left = new Promise<AbortSignal>(resolve => {
      sendTestRequest.mockImplementation(
        async (_caller, _place, _order, signal) =>
          (async function* untilGone() {
            yield RESPONSE;
            await once(signal, 'abort');
            resolve(signal);
          })(),
      );
    });
    const caller = new AbortController();
    await ask({ endpoint: 'metadata' }, caller.signal);
    caller.abort();
    expect((await left).aborted).toBe(true);
  });

  it('asks for the permission to have keys made', async () => {
    authorizeConditional.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const { status } = await ask({ endpoint: 'metadata' });
    expect(status).toBe(403);
    expect(sendTestRequest).not.toHaveBeenCalled();
    expect(authorizeConditional).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({
            name: 'model-publishing.key.create',
          }),
        },
      ],
      expect.anything(),
    );
  });

  it('is audited once, when it is over', async () => {
    let successes = -1;
    sendTestRequest.mockImplementation(async caller =>
      (async function* counting() {
        successes = event.success.mock.calls.length;
        yield RESPONSE;
        caller.note({ status: 200 });
      })(),
    );
    await (await ask({ endpoint: 'predict', body: { secret: 1 } })).text();
    expect(successes).toBe(0);
    expect(createEvent).toHaveBeenCalledTimes(1);
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'test-request',
        severityLevel: 'low',
        meta: { model: 'iris' },
      }),
    );
    expect(event.success.mock.calls).toEqual([[{ meta: { status: 200 } }]]);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('breaks off, and is audited as failed, when it fails on the way', async () => {
    answer(
      (async function* failing() {
        yield RESPONSE;
        throw new Error('no');
      })(),
    );
    const response = await ask({ endpoint: 'metadata' });
    await expect(response.text()).rejects.toThrow();
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it.each([
    ['takes', 2 ** 20 - 100, 200],
    ['refuses', 2 ** 20, 413],
  ])('%s a body with a text of %d bytes', async (_, length, status) => {
    answer(
      (async function* one() {
        yield END;
      })(),
    );
    const body = { text: 'x'.repeat(length) };
    const response = await ask({ endpoint: 'predict', body });
    expect(response.status).toBe(status);
    expect(sendTestRequest).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
  });

  it.each(['url', 'hostname', 'headers', 'path', 'model', 'apiKey'])(
    'takes no %s from the caller',
    async field => {
      const { status } = await ask({
        endpoint: 'metadata',
        [field]: 'https://elsewhere.example',
      });
      expect(status).toBe(400);
      expect(sendTestRequest).not.toHaveBeenCalled();
    },
  );

  it.each(['../keys', 'http://elsewhere.example', 'v1/models', ''])(
    'has no endpoint %j',
    async endpoint => {
      const { status } = await ask({ endpoint });
      expect(status).toBe(400);
    },
  );
});
