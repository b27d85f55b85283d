import { configMap, namespace } from '../__testUtils__/configMap';
import { eventually } from '../__testUtils__/eventually';
import { startingApi } from '../__testUtils__/startingApi';

describe('what the controllers delete', () => {
  const { start, closeAll } = startingApi();
  afterEach(closeAll);

  it('deletes what depends on a deleted owner', async () => {
    const { core, store } = await start();
    const owner = await core.createNamespacedConfigMap({
      namespace,
      body: configMap('owner'),
    });
    const ownerReferences = [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'owner',
        uid: owner.metadata?.uid ?? '',
      },
    ];
    await core.createNamespacedConfigMap({
      namespace,
      body: configMap('dependent', { ownerReferences }),
    });
    await core.createNamespacedConfigMap({
      namespace,
      body: configMap('other'),
    });
    await core.deleteNamespacedConfigMap({ namespace, name: 'owner' });
    await eventually(() =>
      expect(
        store
          .list('configmaps', '', namespace)
          .map(({ metadata }) => metadata.name),
      ).toEqual(['other']),
    );
  });

  it('empties a deleted namespace and takes nothing new into it', async () => {
    const { core, store } = await start();
    const held = configMap('held', { finalizers: ['tests.example/hold'] });
    await core.createNamespacedConfigMap({ namespace, body: held });
    await core.createNamespacedConfigMap({
      namespace,
      body: configMap('free'),
    });
    await core.deleteNamespace({ name: namespace });
    await eventually(() =>
      expect(store.list('configmaps', '', namespace)).toHaveLength(1),
    );
    await expect(
      core.createNamespacedConfigMap({ namespace, body: configMap('late') }),
    ).rejects.toMatchObject({
      code: 403,
    });
    await core.replaceNamespacedConfigMap({
      namespace,
      name: 'held',
      body: configMap('held'),
    });
    await eventually(() =>
      expect(store.get('namespaces', '', undefined, namespace)).toBeUndefined(),
    );
  });
});
