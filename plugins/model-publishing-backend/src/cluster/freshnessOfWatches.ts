import { ClusterFreshness } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from './defineResource';
import { ResourceWatch } from './ResourceWatch';

/** A watch that ends and begins again in the course of things is back sooner. */
const AWAY_AFTER_MS = 10_000;
/** The API server sends a bookmark every minute; an open watch that stays silent for this time has lost it. */
const SILENT_AFTER_MS = 150_000;

/**
 * How new that is what the watches of one cluster have seen. Stale once one of them has been without an answer for
 * some seconds; then it names the time when the API server was last heard of.
 */
export function freshnessOfWatches(
  name: string,
  watches: ResourceWatch<KubernetesObject>[],
  now: Date,
): ClusterFreshness {
  if (!watches.every(({ synced }) => synced)) {
    return { name, state: 'unread', asOf: null };
  }
  const heardAt = watches
    .filter(watch => isAway(watch, now.getTime()))
    .map(({ lastProgressAt }) => lastProgressAt ?? 0);
  return heardAt.length === 0
    ? { name, state: 'live', asOf: now.toISOString() }
    : {
        name,
        state: 'stale',
        asOf: new Date(Math.min(...heardAt)).toISOString(),
      };
}

function isAway(
  { awaySince, lastProgressAt }: ResourceWatch<KubernetesObject>,
  now: number,
): boolean {
  return (
    (awaySince !== undefined && now - awaySince >= AWAY_AFTER_MS) ||
    (lastProgressAt !== undefined && now - lastProgressAt >= SILENT_AFTER_MS)
  );
}
