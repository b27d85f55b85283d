import { UsageState } from '@inference-portal/plugin-model-publishing-common';
import { UsageCoverage } from './UsageStore';

/** Gateways of which no scrape was read for this long are not scraped, in milliseconds: three of Prometheus' default ... */
const PATIENCE_MS = 3 * 60_000;
/** ... or when they were not in so many readings in a row. */
const PATIENCE_READINGS = 3;

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

export interface UsageSurroundings {
  /** Whether there is a source for the publication's cluster. */
  hasSource: boolean;
  /** Of the publication's cluster. */
  coverage: UsageCoverage | undefined;
  now: Date;
  /** Between two readings of the source. */
  intervalMs: number;
}

export function usageKnownOf(
  publication: { createdAt: string },
  surroundings: UsageSurroundings,
): UsageKnown {
  const { hasSource, coverage } = surroundings;
  if (!hasSource || !coverage?.asOf || !coverage.since) {
    return {
      state: hasSource ? 'pending' : 'off',
      since: undefined,
      asOf: undefined,
      isComplete: false,
    };
  }
  const { asOf, since } = coverage;
  const createdAt = new Date(publication.createdAt);
  const isOlder = createdAt < since;
  const isCurrent = !isAway(asOf, surroundings);
  return {
    state: isCurrent ? 'current' : 'unavailable',
    since: isOlder ? since : createdAt,
    asOf,
    // While the source is away, nothing is known of what was published after the last scrape.
    isComplete: !isOlder && (isCurrent || createdAt <= asOf),
  };
}

function isAway(
  asOf: Date,
  { coverage, now, intervalMs }: UsageSurroundings,
): boolean {
  const patience = Math.max(PATIENCE_MS, PATIENCE_READINGS * intervalMs);
  return (
    coverage?.problem !== undefined || now.getTime() - asOf.getTime() > patience
  );
}
