import { ClusterFreshness } from '@inference-portal/plugin-model-publishing-common';
import { bad, good, unknown, Verdict } from '../conditions/Verdict';

/** Whether the cluster is heard of. */
export function clusterVerdict({
  name,
  state,
  asOf,
}: ClusterFreshness): Verdict {
  switch (state) {
    case 'live':
      return good('Live', `Changes in cluster "${name}" are seen at once`);
    case 'stale':
      return bad(
        'ClusterAway',
        `Cluster "${name}" does not answer; everything else here is what was seen at ${asOf}`,
      );
    case 'unread':
      return notRead(name);
    default:
      throw new Error(`Unexpected state ${state satisfies never}`);
  }
}

/** Of everything that is in a cluster which was not read yet. */
export function notRead(cluster: string): Verdict {
  return unknown(
    'ClusterUnread',
    `Cluster "${cluster}" has not been read since the portal was started`,
  );
}
