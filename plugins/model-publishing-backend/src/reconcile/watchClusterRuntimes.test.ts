import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { clusterSettingsSchema } from '../config/clusterSettings';
import { watchClusterRuntimes } from './watchClusterRuntimes';

const settings = (clusterServingRuntimes: boolean) =>
  clusterSettingsSchema.parse({ clusterServingRuntimes });

describe('ClusterServingRuntimes', () => {
  const cluster = new FakeCluster();
  cluster.seed({
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ClusterServingRuntime',
    metadata: { name: 'shared' },
  });
  const client = new FakeClusterClient(cluster);
  const asked: string[] = [];
  const clients = {
    get: async (name: string) => {
      asked.push(name);
      return client;
    },
  };

  it('are watched in clusters whose settings ask for it, and no others are even asked', async () => {
    const stopped = new AbortController();
    const watches = await watchClusterRuntimes(
      {
        clusterSettings: new Map([
          ['open', settings(true)],
          ['closed', settings(false)],
        ]),
      },
      clients,
      stopped.signal,
    );
    expect(asked).toEqual(['open']);
    expect([...watches.keys()]).toEqual(['open']);
    expect(
      watches.get('open')?.get({ namespace: '', name: 'shared' }),
    ).toBeDefined();
    stopped.abort();
  });
});
