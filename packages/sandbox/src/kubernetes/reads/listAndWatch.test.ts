import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ADD,
  DELETE,
  makeInformer,
  V1ConfigMap,
  Watch,
} from '@kubernetes/client-node';
import { configMap, namespace } from '../__testUtils__/configMap';
import { eventually } from '../__testUtils__/eventually';
import { startingApi } from '../__testUtils__/startingApi';

describe('lists and watches', () => {
  const { start, closeAll } = startingApi();
  afterEach(closeAll);

  it.each([
    ['a label', { labelSelector: 'size=large' }, ['b', 'c']],
    ['a label that is not', { labelSelector: 'size!=large' }, ['a', 'd']],
    [
      'a set',
      { labelSelector: 'size in (large, small),name notin (c)' },
      ['a', 'b'],
    ],
    ['existence', { labelSelector: 'size' }, ['a', 'b', 'c']],
    ['absence', { labelSelector: '!size' }, ['d']],
    ['a name', { fieldSelector: 'metadata.name=c' }, ['c']],
    [
      'all but a name',
      { fieldSelector: `metadata.name!=c,metadata.namespace=${namespace}` },
      ['a', 'b', 'd'],
    ],
  ])('selects by %s', async (_, selection, expected) => {
    const { core } = await start();
    const sizes = { a: 'small', b: 'large', c: 'large', d: undefined };
    for (const [name, size] of Object.entries(sizes)) {
      const labels = { name, ...(size && { size }) };
      await core.createNamespacedConfigMap({
        namespace,
        body: configMap(name, { labels }),
      });
    }
    const { items } = await core.listNamespacedConfigMap({
      namespace,
      ...selection,
    });
    expect(items.map(({ metadata }) => metadata?.name)).toEqual(expected);
  });

  it('pages through a list, across namespaces', async () => {
    const { core, store } = await start();
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      store.create({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace },
      });
    }
    const names: (string | undefined)[] = [];
    const versions = new Set<string | undefined>();
    let _continue: string | undefined;
    do {
      const page = await core.listConfigMapForAllNamespaces({
        limit: 2,
        _continue,
      });
      names.push(...page.items.map(({ metadata }) => metadata?.name));
      versions.add(page.metadata?.resourceVersion);
      store.create({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `0${names.length}`, namespace },
      });
      _continue = page.metadata?._continue;
    } while (_continue);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(versions.size).toBe(1);
  });

  it('shows a watcher what begins and ceases to match', async () => {
    const { core, config } = await start();
    const { metadata } = await core.listNamespacedConfigMap({ namespace });
    const events: string[] = [];
    const watch = await new Watch(config).watch(
      `/api/v1/namespaces/${namespace}/configmaps`,
      { labelSelector: 'on', resourceVersion: metadata?.resourceVersion },
      (type, object: V1ConfigMap) => events.push(`${type} ${object.data?.a}`),
      () => {},
    );
    await core.createNamespacedConfigMap({
      namespace,
      body: configMap('a', { labels: { on: '' } }),
    });
    await core.replaceNamespacedConfigMap({
      namespace,
      name: 'a',
      body: { ...configMap('a', { labels: { on: '' } }), data: { a: '2' } },
    });
    await core.replaceNamespacedConfigMap({
      namespace,
      name: 'a',
      body: { ...configMap('a'), data: { a: '3' } },
    });
    await eventually(() =>
      expect(events).toEqual(['ADDED 1', 'MODIFIED 2', 'DELETED 3']),
    );
    watch.abort();
  });

  it.each([
    ['older than what is remembered', 1],
    ['never given out', 99_999_999],
  ])(
    'ends a watch from a version that is %s with 410',
    async (_, resourceVersion) => {
      const persistDirectory = mkdtempSync(path.join(tmpdir(), 'kubernetes-'));
      await start({ persistDirectory });
      await closeAll();
      const { config } = await start({ persistDirectory });
      const events: unknown[] = [];
      await new Watch(config).watch(
        '/api/v1/configmaps',
        { resourceVersion },
        (type, object) => events.push({ type, code: object.code }),
        () => {},
      );
      await eventually(() =>
        expect(events).toEqual([{ type: 'ERROR', code: 410 }]),
      );
    },
  );

  it('feeds an informer', async () => {
    const { core, config } = await start();
    const informer = makeInformer(
      config,
      `/api/v1/namespaces/${namespace}/configmaps`,
      () => core.listNamespacedConfigMap({ namespace }),
    );
    const events: string[] = [];
    informer.on(ADD, object => events.push(`add ${object.metadata?.name}`));
    informer.on(DELETE, object =>
      events.push(`delete ${object.metadata?.name}`),
    );
    await core.createNamespacedConfigMap({ namespace, body: configMap('a') });
    await informer.start();
    await core.createNamespacedConfigMap({ namespace, body: configMap('b') });
    await core.deleteNamespacedConfigMap({ namespace, name: 'a' });
    await eventually(() =>
      expect(events).toEqual(['add a', 'add b', 'delete a']),
    );
    await informer.stop();
  });
});
