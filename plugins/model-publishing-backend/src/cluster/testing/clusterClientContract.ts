import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { ClusterClient } from '../ClusterClient';
import { KubernetesObject } from '../defineResource';
import { Backend } from '../resources/Backend';
import { ConfigMap } from '../resources/ConfigMap';

/** What every ClusterClient does, the one in memory and the one of a real cluster alike. */
export function clusterClientContract(options: {
  client: () => ClusterClient;
  namespace: string;
  /** Begins the names of all objects that are made. */
  prefix: string;
}): void {
  const { namespace, prefix } = options;
  const label = `${prefix}-contract`;
  const nameOf = (name: string) => ({ namespace, name: `${prefix}-${name}` });
  const aConfigMap = (
    name: string,
    data: Record<string, string> = { a: '1' },
  ): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...nameOf(name), labels: { contract: label } },
    data,
  });
  const aBackend = (
    port: number,
  ): KubernetesObject<{ endpoints: Endpoint[] }> => ({
    apiVersion: Backend.apiVersion,
    kind: Backend.kind,
    metadata: { ...nameOf('backend'), labels: { contract: label } },
    spec: { endpoints: [{ fqdn: { hostname: 'iris.example.org', port } }] },
  });
  let client: ClusterClient;

  beforeEach(() => {
    client = options.client();
  });

  afterEach(async () => {
    for (const resource of [ConfigMap, Backend]) {
      const scope = { namespace, labelSelector: `contract=${label}` };
      const { items } = await client.listAll(resource, scope);
      await Promise.all(
        items.map(({ metadata }) =>
          client.delete(resource, { namespace, name: metadata.name }),
        ),
      );
    }
  });

  it('reads what it has created', async () => {
    const created = await client.create(ConfigMap, aConfigMap('one'));

    expect(created.metadata.uid).toBeDefined();
    expect(await client.get(ConfigMap, nameOf('one'))).toEqual(created);
    expect(typeof created.metadata.creationTimestamp).toBe('string');
  });

  it('finds nothing where there is nothing', async () => {
    const name = nameOf('none');

    expect(await client.get(ConfigMap, name)).toBeUndefined();
    expect(await client.get(Backend, name)).toBeUndefined();
    expect(await client.mergePatch(ConfigMap, name, {})).toBeUndefined();
    expect(await client.delete(ConfigMap, name)).toBe(false);
    await expect(client.replace(ConfigMap, aConfigMap('none'))).rejects.toThrow(
      NotFoundError,
    );
  });

  it('creates an object once', async () => {
    await client.create(ConfigMap, aConfigMap('one'));

    await expect(client.create(ConfigMap, aConfigMap('one'))).rejects.toThrow(
      ConflictError,
    );
  });

  it('replaces only the newest version', async () => {
    const first = await client.create(ConfigMap, aConfigMap('one'));
    const second = await client.replace(ConfigMap, {
      ...first,
      data: { b: '2' },
    });

    expect(second.data).toEqual({ b: '2' });
    await expect(client.replace(ConfigMap, first)).rejects.toThrow(
      ConflictError,
    );
    await expect(client.replace(Backend, aBackend(80))).rejects.toThrow(
      NotFoundError,
    );
  });

  it('does not replace a custom resource blindly', async () => {
    await client.create(Backend, aBackend(80));

    await expect(client.replace(Backend, aBackend(81))).rejects.toThrow(
      InputError,
    );
  });

  it('changes nothing by applying the same again', async () => {
    const first = await client.apply(Backend, aBackend(80));
    const second = await client.apply(Backend, aBackend(80));
    const third = await client.apply(Backend, aBackend(81));

    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );
    expect(first.metadata.generation).toBe(1);
    expect(third.metadata.generation).toBe(2);
    expect(third.spec).toEqual(aBackend(81).spec);
  });

  it('drops by apply what it applied before, and nothing of others', async () => {
    await client.apply(ConfigMap, aConfigMap('one', { ours: '1', left: '1' }));
    await client.mergePatch(ConfigMap, nameOf('one'), { data: { its: '2' } });
    const applied = await client.apply(
      ConfigMap,
      aConfigMap('one', { ours: '3' }),
    );

    expect(applied.data).toMatchObject({ ours: '3' });
    expect(applied.data).not.toHaveProperty('left');
    expect(applied.data).toHaveProperty('its');
  });

  it('notes which fields it holds by apply', async () => {
    const { metadata } = await client.apply(Backend, aBackend(80));

    expect(metadata.managedFields).toContainEqual(
      expect.objectContaining({
        manager: 'model-publishing',
        operation: 'Apply',
        fieldsV1: {
          'f:metadata': { 'f:labels': { 'f:contract': {} } },
          'f:spec': { 'f:endpoints': {} },
        },
      }),
    );
  });

  it('answers a dry run and stores nothing', async () => {
    const answer = await client.apply(Backend, aBackend(80), { dryRun: true });

    expect(answer.spec).toEqual(aBackend(80).spec);
    expect(await client.get(Backend, nameOf('backend'))).toBeUndefined();
  });

  it('patches and removes single entries', async () => {
    await client.create(ConfigMap, aConfigMap('one', { a: '1', b: '2' }));
    const patched = await client.mergePatch(ConfigMap, nameOf('one'), {
      metadata: { annotations: { note: 'yes' } },
      data: { a: null, c: '3' },
    });

    expect(patched?.data).toEqual({ b: '2', c: '3' });
    expect(patched?.metadata).toMatchObject({
      annotations: { note: 'yes' },
      labels: { contract: label },
    });
  });

  it('loses no patch of two at a time', async () => {
    await client.create(ConfigMap, aConfigMap('one', {}));
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(
      names.map(name =>
        client.mergePatch(ConfigMap, nameOf('one'), { data: { [name]: '1' } }),
      ),
    );

    const { data = {} } = (await client.get(ConfigMap, nameOf('one'))) ?? {};
    expect(Object.keys(data).sort()).toEqual(names);
  });

  it('deletes only what meets the preconditions', async () => {
    const { metadata } = await client.create(ConfigMap, aConfigMap('one'));
    const name = nameOf('one');

    for (const stale of [{ uid: 'another' }, { resourceVersion: '1' }]) {
      await expect(client.delete(ConfigMap, name, stale)).rejects.toThrow(
        ConflictError,
      );
    }
    expect(await client.delete(ConfigMap, name, { uid: metadata.uid })).toBe(
      true,
    );
    expect(await client.get(ConfigMap, name)).toBeUndefined();
  });

  it('lists by label, in pages, with kinds', async () => {
    for (const name of ['one', 'three', 'two']) {
      await client.create(ConfigMap, aConfigMap(name));
    }
    const scope = { namespace, labelSelector: `contract=${label}` };
    const first = await client.list(ConfigMap, { ...scope, limit: 2 });
    const rest = await client.list(ConfigMap, {
      ...scope,
      limit: 2,
      continue: first.continue,
    });
    const all = await client.listAll(ConfigMap, scope);

    expect(first.items).toHaveLength(2);
    expect(rest.items).toHaveLength(1);
    expect(rest.continue).toBeUndefined();
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(all.items[0]).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
  });

  it('watches what is there, what comes, changes and goes', async () => {
    const stop = new AbortController();
    const changes: string[] = [];
    const watch = client.watch(ConfigMap, {
      namespace,
      labelSelector: `contract=${label}`,
    });
    const seen = async (count: number) => {
      while (changes.length < count) {
        await new Promise(resolve => setImmediate(resolve));
      }
      return changes;
    };
    watch.onChange(({ type, object }) =>
      changes.push(`${type} ${object.metadata.name.replace(`${prefix}-`, '')}`),
    );
    try {
      await client.create(ConfigMap, aConfigMap('one'));
      watch.start(stop.signal);
      await watch.whenSynced();
      expect(await seen(1)).toEqual(['added one']);

      await client.create(ConfigMap, aConfigMap('two'));
      await client.mergePatch(ConfigMap, nameOf('one'), { data: { b: '2' } });
      await client.mergePatch(ConfigMap, nameOf('two'), {
        metadata: { labels: { contract: 'other' } },
      });
      await client.delete(ConfigMap, nameOf('one'));

      expect((await seen(5)).slice(1)).toEqual([
        'added two',
        'updated one',
        'deleted two',
        'deleted one',
      ]);
      expect(watch.list()).toEqual([]);
    } finally {
      stop.abort();
      await client.delete(ConfigMap, nameOf('two'));
    }
  });
}

interface Endpoint {
  fqdn: { hostname: string; port: number };
}
