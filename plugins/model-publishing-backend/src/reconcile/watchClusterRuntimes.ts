import { ClusterClients } from '../cluster/createClusterClients';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { ClusterServingRuntime } from '../cluster/resources/ClusterServingRuntime';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';

/**
 * Watches the ClusterServingRuntimes of those clusters whose settings ask for it, because it needs a right in the whole
 * cluster.
 *
 * @returns by the cluster's name
 */
export async function watchClusterRuntimes(
  { clusterSettings }: Pick<ModelPublishingConfig, 'clusterSettings'>,
  clients: ClusterClients,
  signal: AbortSignal,
): Promise<Map<string, ResourceWatch<KubernetesObject>>> {
  const watches = new Map<string, ResourceWatch<KubernetesObject>>();
  for (const [name, settings] of clusterSettings) {
    if (settings.clusterServingRuntimes) {
      const client = await clients.get(name);
      const watch = client.watch(ClusterServingRuntime, {});
      watch.start(signal);
      watches.set(name, watch);
    }
  }
  return watches;
}
