import {
  ClusterFreshness,
  Freshness,
} from '@inference-portal/plugin-model-publishing-common';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';

/**
 * How new an answer is that is given from what the watches have seen of some gateways. Every answer that was not read
 * just then carries it; conditions in it are those that were seen last, and are not made better or worse by its age.
 *
 * @throws ServiceUnavailableError when nothing was ever read of any of them
 */
export function freshnessOf(
  gateways: Array<Pick<GatewayRuntime, 'freshness' | 'requireSynced'>>,
  now: Date,
): Freshness {
  const byCluster = new Map<string, ClusterFreshness>();
  for (const seen of gateways.map(runtime => runtime.freshness())) {
    byCluster.set(seen.name, older(byCluster.get(seen.name) ?? seen, seen));
  }
  const clusters = [...byCluster.values()];
  const read = clusters.filter(({ state }) => state !== 'unread');
  if (clusters.length > 0 && read.length === 0) {
    gateways.forEach(runtime => runtime.requireSynced());
  }
  const asOf = read.flatMap(cluster => cluster.asOf ?? []).sort();
  return {
    state: clusters.every(({ state }) => state === 'live') ? 'live' : 'stale',
    asOf: asOf[0] ?? now.toISOString(),
    clusters,
  };
}

const BY_AGE = ['unread', 'stale', 'live'];

function older(a: ClusterFreshness, b: ClusterFreshness): ClusterFreshness {
  if (a.state !== b.state) {
    return BY_AGE.indexOf(a.state) < BY_AGE.indexOf(b.state) ? a : b;
  }
  return (a.asOf ?? '') <= (b.asOf ?? '') ? a : b;
}
