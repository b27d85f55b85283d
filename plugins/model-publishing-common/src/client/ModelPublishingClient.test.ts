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
      { method: 'DELETE' },
    );
  });

  it('leaves out what is not given', async () => {
    const { client, fetch } = aClient(200, { items: [], totalItems: 0 });
    await client.listPublications({ limit: 5 });
    expect(fetch.mock.calls[0]?.[0]).toBe(
      'http://backend/api/model-publishing/published-models?limit=5',
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
});
