import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
  V1ObjectMeta,
  Watch,
} from '@kubernetes/client-node';
import { createKubernetesApi } from './createKubernetesApi';

const namespace = 'model-gateway';
interface TestObject extends KubernetesObject {
  metadata: V1ObjectMeta & { name: string; namespace: string };
  spec?: object;
  data?: Record<string, string>;
}

const policy = (spec: object): TestObject => ({
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'SecurityPolicy',
  metadata: { name: 'one', namespace },
  spec,
});
const configMap = (data: Record<string, string>, name = 'one'): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace, labels: { app: name } },
  data,
});

describe('the Kubernetes API', () => {
  let server: Server;
  let config: KubeConfig;
  let api: KubernetesObjectApi;

  const connect = (token: string) => {
    const kubeConfig = new KubeConfig();
    const { port } = server.address() as AddressInfo;
    kubeConfig.loadFromClusterAndUser(
      {
        name: 'sandbox',
        server: `http://127.0.0.1:${port}`,
        skipTLSVerify: true,
      },
      { name: 'sandbox', token },
    );
    return kubeConfig;
  };
  const apply = <T extends KubernetesObject>(
    object: T,
    manager = 'us',
    force = true,
  ) =>
    api.patch(
      object,
      undefined,
      undefined,
      manager,
      force,
      PatchStrategy.ServerSideApply,
    );

  beforeEach(async () => {
    const { handler, store } = createKubernetesApi({ tokens: ['secret'] });
    store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    server = createServer(handler);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    config = connect('secret');
    api = KubernetesObjectApi.makeApiClient(config);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('refuses callers without a known token', async () => {
    const stranger = KubernetesObjectApi.makeApiClient(connect('guess'));
    await expect(stranger.create(configMap({}))).rejects.toMatchObject({
      code: 401,
    });
  });

  it('creates, reads, and refuses what exists or does not', async () => {
    const created = await api.create(configMap({ a: '1' }));
    expect(created.metadata?.uid).toBeDefined();
    await expect(api.create(configMap({}))).rejects.toMatchObject({
      code: 409,
    });
    await expect(api.read(configMap({}, 'two'))).rejects.toMatchObject({
      code: 404,
    });
    await expect(
      api.create({
        ...configMap({}),
        metadata: { name: 'x', namespace: 'nowhere' },
      }),
    ).rejects.toMatchObject({ code: 404 });
  });

  it('refuses an update that is based on an older version', async () => {
    const created = await api.create(configMap({ a: '1' }));
    await api.replace({ ...created, data: { a: '2' } });
    await expect(
      api.replace({ ...created, data: { a: '3' } }),
    ).rejects.toMatchObject({ code: 409 });
  });

  it('lists by label and field, in pages', async () => {
    for (const name of ['a', 'b', 'c']) {
      await api.create(configMap({}, name));
    }
    const list = (labels?: string, limit?: number, page?: string) =>
      api.list(
        'v1',
        'ConfigMap',
        namespace,
        undefined,
        undefined,
        undefined,
        undefined,
        labels,
        limit,
        page,
      );
    const names = async (labels: string) =>
      (await list(labels)).items.map(({ metadata }) => metadata?.name);
    expect(await names('app=a')).toEqual(['a']);
    expect(await names('app in (a, c)')).toEqual(['a', 'c']);
    expect(await names('app!=a,app')).toEqual(['b', 'c']);
    const first = await list(undefined, 2);
    const second = await list(undefined, 2, first.metadata?._continue);
    expect([first.items.length, second.items.length]).toEqual([2, 1]);
  });

  it('merges patches, and takes entries away by null', async () => {
    await api.create(configMap({ a: '1', b: '2' }));
    const patch = { ...configMap({}), data: { a: null, c: '3' } };
    const patched = await api.patch(
      patch as unknown as KubernetesObject,
      undefined,
      undefined,
      undefined,
      undefined,
      PatchStrategy.MergePatch,
    );
    expect(patched).toMatchObject({ data: { b: '2', c: '3' } });
    expect(patched).not.toHaveProperty('data.a');
  });

  it('applies: the same again is no change, what is left out goes, lists are replaced', async () => {
    const first = await apply(policy({ a: 1, b: { c: 2 }, list: [1, 2] }));
    const again = await apply(policy({ a: 1, b: { c: 2 }, list: [1, 2] }));
    expect(again.metadata).toEqual(first.metadata);
    const changed = await apply(policy({ a: 1, list: [3] }));
    expect(changed.spec).toEqual({ a: 1, list: [3] });
    expect(changed.metadata).toMatchObject({ generation: 2 });
  });

  it('keeps fields of other managers, and refuses to take them without force', async () => {
    await apply(policy({ a: 1 }), 'us');
    await apply(policy({ b: 2 }), 'them');
    expect((await apply(policy({ a: 3 }), 'us')).spec).toEqual({ a: 3, b: 2 });
    await expect(apply(policy({ b: 4 }), 'us', false)).rejects.toMatchObject({
      code: 409,
    });
    expect((await apply(policy({ b: 4 }), 'us')).spec).toEqual({ b: 4 });
  });

  it('says who edited a field', async () => {
    const applied = await apply(policy({ list: [1] }), 'us');
    const edited = await api.replace(
      { ...applied, spec: { list: [2] } },
      undefined,
      undefined,
      'editor',
    );
    const owners = edited.metadata?.managedFields?.map(
      ({ manager, fieldsV1 }) => ({ manager, fieldsV1 }),
    );
    expect(owners).toEqual([
      { manager: 'editor', fieldsV1: { 'f:spec': { 'f:list': {} } } },
    ]);
  });

  it('does not store a dry run', async () => {
    await api.patch(
      policy({ a: 1 }),
      undefined,
      'All',
      'us',
      true,
      PatchStrategy.ServerSideApply,
    );
    await expect(api.read(policy({}))).rejects.toMatchObject({ code: 404 });
  });

  it('waits for finalizers, and collects what owned objects leave', async () => {
    const owner = await api.create<TestObject>({
      ...configMap({}),
      metadata: { name: 'owner', namespace, finalizers: ['x/y'] },
    });
    const uid = owner.metadata?.uid ?? '';
    const ownerReferences = [
      { apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid },
    ];
    await api.create({
      ...configMap({}),
      metadata: { name: 'owned', namespace, ownerReferences },
    });
    await api.delete(owner);
    const doomed = await api.read({
      ...owner,
      metadata: { name: 'owner', namespace },
    });
    expect(doomed.metadata?.deletionTimestamp).toBeDefined();
    await api.replace({
      ...doomed,
      metadata: { ...doomed.metadata, finalizers: [] },
    });
    await new Promise(setImmediate);
    await expect(api.read(configMap({}, 'owner'))).rejects.toMatchObject({
      code: 404,
    });
    await expect(api.read(configMap({}, 'owned'))).rejects.toMatchObject({
      code: 404,
    });
  });

  it('watches from a version on', async () => {
    const created = await api.create(configMap({ a: '1' }));
    const seen: string[] = [];
    let controller: AbortController | undefined;
    await new Promise<void>(resolve => {
      void new Watch(config)
        .watch(
          `/api/v1/namespaces/${namespace}/configmaps`,
          { resourceVersion: created.metadata?.resourceVersion ?? '' },
          (type, object) => {
            seen.push(`${type} ${object.metadata.name}`);
            if (type === 'DELETED') {
              resolve();
            }
          },
          () => {},
        )
        .then(async started => {
          controller = started;
          await api.create(configMap({}, 'two'));
          await api.delete(configMap({}));
        });
    });
    controller?.abort();
    expect(seen).toEqual(['ADDED two', 'DELETED one']);
  });
});
