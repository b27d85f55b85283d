import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CoreV1Api,
  CustomObjectsApi,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';
import { configMap, namespace } from './__testUtils__/configMap';
import { startingApi } from './__testUtils__/startingApi';

describe('createKubernetesApi', () => {
  const { start, closeAll } = startingApi();
  afterEach(closeAll);

  it("serves every kind of the library's generic client, which asks discovery first", async () => {
    const { config } = await start();
    const api = KubernetesObjectApi.makeApiClient(config);
    const backend = {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'Backend',
      metadata: { name: 'one', namespace },
      spec: { endpoints: [{ fqdn: { hostname: 'a.test', port: 80 } }] },
    };
    const applied = await api.patch(
      backend,
      undefined,
      undefined,
      'tests',
      true,
      PatchStrategy.ServerSideApply,
    );
    const again = await api.patch(
      backend,
      undefined,
      undefined,
      'tests',
      true,
      PatchStrategy.ServerSideApply,
    );
    expect(again).toEqual(applied);
    expect(applied).toMatchObject({
      metadata: { generation: 1 },
      spec: { type: 'Endpoints' },
    });
    expect(
      (await api.list('gateway.envoyproxy.io/v1alpha1', 'Backend', namespace))
        .items,
    ).toHaveLength(1);
    expect(await api.delete(backend)).toMatchObject({ status: 'Success' });
  });

  it('deletes a selected collection', async () => {
    const { core, store } = await start();
    await core.createNamespacedConfigMap({
      namespace,
      body: configMap('a', { labels: { x: '1' } }),
    });
    await core.createNamespacedConfigMap({ namespace, body: configMap('b') });
    await core.deleteCollectionNamespacedConfigMap({
      namespace,
      labelSelector: 'x=1',
    });
    expect(
      store.list('configmaps', '').map(({ metadata }) => metadata.name),
    ).toEqual(['b']);
  });

  it('continues with its objects and versions after a restart', async () => {
    const persistDirectory = mkdtempSync(path.join(tmpdir(), 'kubernetes-'));
    const before = await start({ persistDirectory });
    const stored = await before.core.createNamespacedConfigMap({
      namespace,
      body: configMap('a'),
    });
    await closeAll();
    const { core } = await start({ persistDirectory });
    const found = await core.readNamespacedConfigMap({ namespace, name: 'a' });
    expect(found).toEqual(stored);
    const next = await core.createNamespacedConfigMap({
      namespace,
      body: configMap('b'),
    });
    expect(Number(next.metadata?.resourceVersion)).toBeGreaterThan(
      Number(stored.metadata?.resourceVersion),
    );
  });

  it('knows its callers and asks whether they may', async () => {
    const { configFor } = await start({
      tokens: { admin: { user: 'admin' }, reader: { user: 'reader' } },
      authorize: ({ user, verb }) => user === 'admin' || verb === 'list',
    });
    const stranger = configFor('nobody').makeApiClient(CoreV1Api);
    await expect(
      stranger.listNamespacedSecret({ namespace }),
    ).rejects.toMatchObject({ code: 401 });
    const reader = configFor('reader').makeApiClient(CoreV1Api);
    await expect(
      reader.listNamespacedSecret({ namespace }),
    ).resolves.toMatchObject({ items: [] });
    await expect(
      reader.deleteNamespacedSecret({ namespace, name: 'x' }),
    ).rejects.toMatchObject({
      code: 403,
      body: expect.stringContaining(
        'User \\"reader\\" cannot delete resource \\"secrets\\" in API group \\"\\" in the namespace \\"model-gateway\\"',
      ),
    });
  });

  it('tells of its answers and breaks them on request', async () => {
    const answered: string[] = [];
    const { core, store } = await start({
      onRequest: ({ method, status }) => answered.push(`${method} ${status}`),
      intercept: ({ method }) =>
        method === 'DELETE' ? { status: 503 } : undefined,
    });
    await core.createNamespacedConfigMap({ namespace, body: configMap('a') });
    await expect(
      core.deleteNamespacedConfigMap({ namespace, name: 'a' }),
    ).rejects.toMatchObject({ code: 503 });
    expect(answered).toEqual(['POST 201', 'DELETE 503']);
    expect(store.get('configmaps', '', namespace, 'a')).toBeDefined();
  });

  it('writes a status for the gateway once, without counting it as a change of the spec', async () => {
    const { config, store } = await start();
    const api = config.makeApiClient(CustomObjectsApi);
    const kind = {
      group: 'gateway.envoyproxy.io',
      version: 'v1alpha1',
      plural: 'backends',
      namespace,
    };
    const body = {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'Backend',
      metadata: { name: 'one' },
      spec: { endpoints: [] },
    };
    await api.createNamespacedCustomObject({ ...kind, body });
    const changes: string[] = [];
    store.subscribe(({ type, previous }) =>
      changes.push(`${type} ${previous?.metadata.generation}`),
    );
    const status = { conditions: [{ type: 'Accepted', status: 'True' }] };
    store.writeStatus({ ...kind, name: 'one' }, status, 'envoy-gateway');
    store.writeStatus({ ...kind, name: 'one' }, status, 'envoy-gateway');
    expect(changes).toEqual(['MODIFIED 1']);
    expect(store.get('backends', kind.group, namespace, 'one')).toMatchObject({
      status,
      metadata: {
        generation: 1,
        managedFields: expect.arrayContaining([
          expect.objectContaining({
            manager: 'envoy-gateway',
            subresource: 'status',
          }),
        ]),
      },
    });
  });

  it.each([
    ['a name in capitals', configMap('Upper'), 422],
    [
      'a label that is no label',
      configMap('a', { labels: { 'a b': 'x' } }),
      422,
    ],
    [
      'too much data',
      { ...configMap('a'), data: { a: 'x'.repeat(1024 * 1024 + 1) } },
      422,
    ],
    [
      'a body beyond every limit',
      { ...configMap('a'), data: { a: 'x'.repeat(4 * 1024 * 1024) } },
      413,
    ],
  ])('refuses %s', async (_, body, code) => {
    const { core } = await start();
    await expect(
      core.createNamespacedConfigMap({ namespace, body }),
    ).rejects.toMatchObject({ code });
  });
});
