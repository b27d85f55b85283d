import { ModelPublishingClient } from './ModelPublishingClient';

function aClient(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_address: string, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new ModelPublishingClient({
    discovery: {
      getBaseUrl: async () => 'http://backend/api/model-publishing',
    },
    fetch: { fetch: fetch as typeof globalThis.fetch },
  });
  return { client, fetch };
}

describe('ModelPublishingClient', () => {
  it('puts parameters into the path and the query', async () => {
    const { client, fetch } = aClient(200, {
      modelName: 'iris',
      tenantId: 'tenant-a',
      phase: 'Unpublished',
    });
    await expect(client.unpublish('iris', 'tenant-a')).resolves.toMatchObject({
      phase: 'Unpublished',
    });
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/model-publishing/models/iris/publish?tenant=tenant-a',
      { method: 'DELETE', headers: {} },
    );
  });

  it('leaves out what is not given', async () => {
    const { client, fetch } = aClient(200, { items: [], totalItems: 0 });
    await client.listTenants({ limit: 5 });
    expect(fetch.mock.calls[0]?.[0]).toBe(
      'http://backend/api/model-publishing/tenants?limit=5',
    );
  });

  it('cannot be made to ask for another address by a name', async () => {
    const { client, fetch } = aClient(404, {
      error: { name: 'NotFoundError', message: 'no' },
    });
    await client.getPublication('../../secrets').catch(() => undefined);
    expect(fetch.mock.calls[0]?.[0]).toContain(
      '/models/..%2F..%2Fsecrets/publish',
    );
  });

  it.each(['', '.', '..'])('sends nothing for the name %j', async name => {
    const { client, fetch } = aClient(200, {});
    await expect(client.unpublish(name)).rejects.toMatchObject({
      name: 'InputError',
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  const reached = async (
    call: (client: ModelPublishingClient) => Promise<unknown>,
  ) => {
    const { client, fetch } = aClient(503, {});
    await call(client).catch(() => undefined);
    const [address = '', init] = fetch.mock.calls[0] ?? [];
    return [
      init?.method,
      address.replace('http://backend/api/model-publishing', ''),
      init?.body,
    ];
  };

  it.each<
    [
      string,
      (client: ModelPublishingClient) => Promise<unknown>,
      [string, string, string?],
    ]
  >([
    [
      'publish',
      client => client.publish('iris', { tenantId: 'tenant-a' }),
      ['POST', '/models/iris/publish', '{"config":{"tenantId":"tenant-a"}}'],
    ],
    [
      'getPublication',
      client => client.getPublication('iris'),
      ['GET', '/models/iris/publish?reveal=false', undefined],
    ],
    [
      'revealKey',
      client => client.revealKey({ model: 'iris', tenant: 'tenant-a' }),
      ['GET', '/models/iris/publish?tenant=tenant-a', undefined],
    ],
    [
      'planPublication',
      client => client.planPublication('iris', { tenantId: 'tenant-a' }),
      [
        'POST',
        '/models/iris/publish?dryRun=true',
        '{"config":{"tenantId":"tenant-a"}}',
      ],
    ],
    [
      'update',
      client => client.update({ model: 'iris' }, { externalPath: null }),
      ['PUT', '/models/iris/publish', '{"config":{"externalPath":null}}'],
    ],
    [
      'planUpdate',
      client =>
        client.planUpdate({ model: 'iris', cluster: 'c' }, { metadata: null }),
      [
        'PUT',
        '/models/iris/publish?cluster=c&dryRun=true',
        '{"config":{"metadata":null}}',
      ],
    ],
    [
      'getManifests',
      client => client.getManifests({ model: 'iris' }),
      ['GET', '/models/iris/publish/manifests', undefined],
    ],
    [
      'listKeys',
      client => client.listKeys({ model: 'iris' }, { state: 'active' }),
      ['GET', '/models/iris/publish/keys?state=active', undefined],
    ],
    [
      'createKey',
      client => client.createKey({ model: 'iris' }, { name: 'ci' }),
      ['POST', '/models/iris/publish/keys', '{"name":"ci"}'],
    ],
    [
      'rotateOneKey',
      client => client.rotateOneKey({ model: 'iris' }, 'k1', { grace: '1h' }),
      ['POST', '/models/iris/publish/keys/k1/rotate', '{"grace":"1h"}'],
    ],
    [
      'revokeKey',
      client => client.revokeKey({ model: 'iris', tenant: 't' }, 'k1'),
      ['DELETE', '/models/iris/publish/keys/k1?tenant=t', undefined],
    ],
    [
      'revokeKeys',
      client =>
        client.revokeKeys({ model: 'iris' }, { all: true }, { dryRun: true }),
      ['POST', '/models/iris/publish/keys/revoke?dryRun=true', '{"all":true}'],
    ],
    [
      'listPublications',
      client => client.listPublications(),
      ['GET', '/published-models', undefined],
    ],
    [
      'unpublish',
      client => client.unpublish('iris'),
      ['DELETE', '/models/iris/publish', undefined],
    ],
    [
      'rotateKey',
      client => client.rotateKey('iris', 'tenant-a'),
      ['POST', '/models/iris/publish/rotate-key?tenant=tenant-a', '{}'],
    ],
    [
      'listModels',
      client =>
        client.listModels({
          tenant: 'tenant-a',
          cursor: 'a&b=c',
          published: false,
        }),
      [
        'GET',
        '/models?tenant=tenant-a&cursor=a%26b%3Dc&published=false',
        undefined,
      ],
    ],
    [
      'getUsage',
      client =>
        client.getUsage(
          { model: 'iris', tenant: 'tenant-a' },
          { groupBy: 'key', step: 'day' },
        ),
      [
        'GET',
        '/models/iris/publish/usage?tenant=tenant-a&groupBy=key&step=day',
        undefined,
      ],
    ],
    [
      'exportUsage',
      client =>
        client.exportUsage(
          { model: 'iris' },
          { from: '2026-03-04T12:00:00+01:00' },
        ),
      [
        'GET',
        '/models/iris/publish/usage?from=2026-03-04T12%3A00%3A00%2B01%3A00&format=csv',
        undefined,
      ],
    ],
    [
      'listActivity',
      client =>
        client.listActivity({ model: 'iris' }, { action: 'key-rotate' }),
      ['GET', '/models/iris/publish/activity?action=key-rotate', undefined],
    ],
    [
      'getModel',
      client => client.getModel({ model: 'iris', tenant: 'tenant-a' }),
      ['GET', '/models/iris?tenant=tenant-a', undefined],
    ],
  ])('reaches the address of %s', async (_, call, expected) => {
    expect(await reached(call)).toEqual(expected);
  });

  it('says that a body is JSON, and says nothing where there is none', async () => {
    const { client, fetch } = aClient(503, {});
    await client.rotateKey('iris').catch(() => undefined);
    await client.listModels().catch(() => undefined);
    expect(fetch.mock.calls.map(([, init]) => init?.headers)).toEqual([
      { 'Content-Type': 'application/json' },
      {},
    ]);
  });

  it('sends conditions and the keys of repeatable calls as headers', async () => {
    const { client, fetch } = aClient(503, {});
    const config = { tenantId: 'tenant-a' };
    const call = { idempotencyKey: 'once' };
    await client.publish('iris', config, call).catch(() => undefined);
    await client
      .update({ model: 'iris' }, {}, { ifMatch: '"etag"' })
      .catch(() => undefined);
    expect(fetch.mock.calls.map(([, init]) => init?.headers)).toEqual([
      { 'Content-Type': 'application/json', 'Idempotency-Key': 'once' },
      { 'Content-Type': 'application/json', 'If-Match': '"etag"' },
    ]);
  });

  it.each<[string, (client: ModelPublishingClient) => Promise<string>]>([
    ['CSV', client => client.exportUsage({ model: 'iris' })],
    ['YAML', client => client.getManifests({ model: 'iris' })],
  ])('gives %s as the text that it is', async (_, call) => {
    const { client } = aClient(200, ['start', 'value']);
    await expect(call(client)).resolves.toBe('["start","value"]');
  });

  it('drops what a newer backend adds to an answer', async () => {
    const { client } = aClient(200, { items: [], totalItems: 0, added: 1 });
    await expect(client.listTenants()).resolves.toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('takes no answer that is not what it asked for', async () => {
    const { client } = aClient(200, { items: 'none' });
    await expect(client.listModels()).rejects.toThrow(/items/);
  });

  it('turns what is no success into an error with the answer', async () => {
    const details = [{ field: 'config.externalPath', problem: 'is taken' }];
    const { client } = aClient(409, {
      error: { name: 'ConflictError', message: 'taken', details },
      response: { statusCode: 409 },
    });
    await expect(
      client.publish('iris', { tenantId: 'tenant-a' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      body: { error: { details } },
    });
  });

  describe('a test request', () => {
    const END = { type: 'end', durationMs: 1, truncated: false };
    const inLines = (...lines: object[]) => {
      const fetch = jest.fn(
        async (_address: string, _init?: RequestInit) =>
          new Response(lines.map(line => `${JSON.stringify(line)}\n`).join('')),
      );
      const client = new ModelPublishingClient({
        discovery: { getBaseUrl: async () => 'http://backend' },
        fetch: { fetch: fetch as typeof globalThis.fetch },
      });
      return { client, fetch };
    };
    const ask = (client: ModelPublishingClient, signal?: AbortSignal) =>
      client.sendTestRequest(
        { model: 'iris', tenant: 'tenant-a' },
        { endpoint: 'predict', body: { instances: [] } },
        { signal },
      );

    it('tells what comes back, event by event', async () => {
      const data = { type: 'data', text: 'x' };
      const { client, fetch } = inLines({ ...data, added: 1 }, END);
      const { signal } = new AbortController();
      const events = [];
      for await (const event of ask(client, signal)) {
        events.push(event);
      }
      expect(events).toEqual([data, END]);
      expect(fetch).toHaveBeenCalledWith(
        'http://backend/models/iris/publish/test-requests?tenant=tenant-a',
        expect.objectContaining({
          method: 'POST',
          body: '{"endpoint":"predict","body":{"instances":[]}}',
          signal,
        }),
      );
    });

    it('fails like every other call when nothing is sent', async () => {
      const { client } = aClient(429, {
        error: { name: 'TooManyRequestsError', message: 'wait' },
      });
      await expect(ask(client).next()).rejects.toMatchObject({
        statusCode: 429,
      });
    });
  });
});
