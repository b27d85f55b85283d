import { UsageState } from '@inference-portal/plugin-model-publishing-common';
import { UsageSurroundings, usageStateOf } from './usageStateOf';

/** How far the usage of one publication is known. */
export interface UsageKnown {
  state: UsageState;
  /** What was used before is not counted. */
  since: Date | undefined;
  /** What was used after it is not counted yet. */
  asOf: Date | undefined;
  /** Whether everything since it was published is counted, so that no count at all means that it was not used. */
  isComplete: boolean;
}

export function usageKnownOf(
  publication: { createdAt: string },
  surroundings: UsageSurroundings,
): UsageKnown {
  const state = usageStateOf(surroundings);
  const { asOf, since } = surroundings.coverage ?? {};
  if (state === 'off' || !asOf || !since) {
    return { state, since: undefined, asOf: undefined, isComplete: false };
  }
  const createdAt = new Date(publication.createdAt);
  const isOlder = createdAt < since;
  const isCurrent = state === 'current';
  return {
    state,
    since: isOlder ? since : createdAt,
    asOf,
    // While the source is away, nothing is known of what was published after the last scrape.
    isComplete: !isOlder && (isCurrent || createdAt <= asOf),
  };
}
