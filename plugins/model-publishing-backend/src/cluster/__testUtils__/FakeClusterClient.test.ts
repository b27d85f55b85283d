import { ServiceUnavailableError } from '@backstage/errors';
import { Backend } from '../resources/Backend';
import { ConfigMap } from '../resources/ConfigMap';
import { contractOfReads } from './contractOfReads';
import { contractOfWrites } from './contractOfWrites';
import { ContractPlace } from './ContractPlace';
import { FakeClusterClient } from './FakeClusterClient';

const name = { namespace: 'model-gateway', name: 'claim' };
const aConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: name,
  data: { a: '1' },
};

describe('FakeClusterClient', () => {
  it.each([...contractOfReads, ...contractOfWrites])('%s', async (_, run) => {
    const place = new ContractPlace({ namespace: 'here', prefix: 'fake' });

    await expect(run(new FakeClusterClient(), place)).resolves.toBeUndefined();
  });

  it('keeps a journal of the writes that were accepted', async () => {
    const client = new FakeClusterClient();
    await client.create(ConfigMap, aConfigMap);
    await expect(client.create(ConfigMap, aConfigMap)).rejects.toThrow();
    await client.mergePatch(ConfigMap, name, { data: { a: null } });
    await client.apply(ConfigMap, aConfigMap, { dryRun: true });
    await client.delete(ConfigMap, name);
    await client.delete(ConfigMap, name);

    expect(client.writes).toEqual([
      { verb: 'create', resource: ConfigMap, ...name, body: aConfigMap },
      {
        verb: 'patch',
        resource: ConfigMap,
        ...name,
        body: { data: { a: null } },
      },
      { verb: 'delete', resource: ConfigMap, ...name },
    ]);
  });

  it('fails once where it was told to, without effect', async () => {
    const client = new FakeClusterClient();
    client.failNext(
      ({ verb, resource }) => verb === 'create' && resource === ConfigMap,
      new ServiceUnavailableError('away'),
    );

    expect(await client.get(ConfigMap, name)).toBeUndefined();
    await expect(client.create(ConfigMap, aConfigMap)).rejects.toThrow('away');
    expect(await client.get(ConfigMap, name)).toBeUndefined();
    expect(await client.create(ConfigMap, aConfigMap)).toMatchObject(
      aConfigMap,
    );
  });

  it('shows a change to watches before the write returns', () => {
    const client = new FakeClusterClient();
    const watch = client.watch(ConfigMap, {});
    watch.start(new AbortController().signal);
    client.seed(ConfigMap, aConfigMap);

    expect(watch.get(name)?.data).toEqual({ a: '1' });
  });

  it('leaves the status to its writer', async () => {
    const client = new FakeClusterClient();
    const backend = {
      apiVersion: Backend.apiVersion,
      kind: Backend.kind,
      metadata: name,
      spec: { endpoints: [] },
    };
    const status = { conditions: [{ type: 'Accepted', status: 'True' }] };
    client.seed(Backend, { ...backend, status });
    const applied = await client.apply(Backend, { ...backend, status: {} });

    expect(applied.status).toEqual(status);
    expect(client.writes).toHaveLength(1);
  });

  it('keeps a deleted object while it has finalizers', async () => {
    const client = new FakeClusterClient();
    const metadata = { ...name, finalizers: ['example.org/hold'] };
    client.seed(ConfigMap, { ...aConfigMap, metadata });

    expect(await client.delete(ConfigMap, name)).toBe(true);
    const held = await client.get(ConfigMap, name);
    expect(held?.metadata.deletionTimestamp).toBeDefined();

    await client.mergePatch(ConfigMap, name, {
      metadata: { finalizers: null },
    });
    expect(await client.get(ConfigMap, name)).toBeUndefined();
  });

  it('hands out copies', async () => {
    const client = new FakeClusterClient();
    const created = await client.create(ConfigMap, aConfigMap);
    created.data = {};

    expect((await client.get(ConfigMap, name))?.data).toEqual({ a: '1' });
  });
});
