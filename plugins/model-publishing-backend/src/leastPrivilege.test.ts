import { KubeConfig } from '@kubernetes/client-node';
import { KubernetesObject } from './cluster/defineResource';
import { AiGatewayRoute } from './cluster/resources/AiGatewayRoute';
import { Gateway } from './cluster/resources/Gateway';
import { InferenceService } from './cluster/resources/InferenceService';
import { Service } from './cluster/resources/Service';
import { FakeClusterClient } from './cluster/__testUtils__/FakeClusterClient';
import { ListeningClient } from './cluster/__testUtils__/ListeningClient';
import { nameOfRight, Right } from './cluster/__testUtils__/Right';
import { ShippedAccount } from './cluster/__testUtils__/ShippedAccount';
import { FakeCluster } from './__testUtils__/FakeCluster';
import { seedModel } from './__testUtils__/aPortal';
import { ClusterPortal } from './__testUtils__/ClusterPortal';
import { portalWorkload } from './__testUtils__/portalWorkload';

const account = new ShippedAccount(new KubeConfig(), 'rbac.yaml', name => name);

/** Puts the Gateway, and a model iris of each tenant, into the cluster. */
function seedModels(cluster: FakeClusterClient): void {
  const models = new FakeCluster();
  seedModel(models, 'tenant-a', 'iris');
  seedModel(models, 'tenant-b', 'iris');
  seedModel(models, 'tenant-c', 'iris');
  cluster.seed(Gateway, {
    apiVersion: Gateway.apiVersion,
    kind: Gateway.kind,
    metadata: { name: 'models', namespace: 'model-gateway' },
    spec: { listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
  });
  for (const object of models.objects.values()) {
    cluster.seed<KubernetesObject>(
      object.kind === Service.kind ? Service : InferenceService,
      object,
    );
  }
}

/** Rights to write an object anew, which only takes out what others have added to it. */
const takesFieldsOut = ({ verb, group, resource }: Right) =>
  verb === 'update' && group !== '' && resource !== AiGatewayRoute.plural;

describe('everything that the portal does in a cluster', () => {
  it('needs the rights of examples/kubernetes/rbac.yaml and no others', async () => {
    const cluster = new FakeClusterClient('real');
    seedModels(cluster);
    const used = new Set<string>();
    const client = new ListeningClient(cluster, right =>
      used.add(nameOfRight(right)),
    );
    const portal = await ClusterPortal.start({
      clients: () => ({ get: async () => client }),
      namespaces: {
        gateway: 'model-gateway',
        tenants: ['tenant-a', 'tenant-b', 'tenant-c'],
      },
      admin: cluster,
    });
    for (const { run, needsFieldOwners } of portalWorkload) {
      if (!needsFieldOwners) {
        await run(portal);
      }
    }
    portal.stop();
    const needed = account.rights.filter(right => !takesFieldsOut(right));
    expect([...used].sort()).toEqual(needed.map(nameOfRight).sort());
  });
});
