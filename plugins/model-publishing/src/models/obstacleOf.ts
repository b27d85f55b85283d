import { Model } from '@inference-portal/plugin-model-publishing-common';

/**
 * What keeps a model from being published; undefined when nothing does, or nobody says what. What KServe says comes first,
 * because it explains the rest: a model that does not start has no Service either.
 */
export function obstacleOf({
  ready,
  reason,
  problem,
}: Pick<Model, 'ready' | 'reason' | 'problem'>): string | undefined {
  return ready ? problem?.message : reason ?? problem?.message;
}
