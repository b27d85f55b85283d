import { UsageState } from '@inference-portal/plugin-model-publishing-common';
import { UsageCoverage } from './UsageStore';

/** Gateways of which no scrape was read for this long are not scraped, in milliseconds: three of Prometheus' default ... */
const PATIENCE_MS = 3 * 60_000;
/** ... or when they were not in so many readings in a row. */
const PATIENCE_READINGS = 3;

export interface UsageSurroundings {
  /** Whether there is a source for the cluster. */
  hasSource: boolean;
  /** Of the cluster. */
  coverage: UsageCoverage | undefined;
  now: Date;
  /** Between two readings of the source. */
  intervalMs: number;
}

/** What can be said of the usage in one cluster. */
export function usageStateOf(surroundings: UsageSurroundings): UsageState {
  const { hasSource, coverage } = surroundings;
  if (!hasSource) {
    return 'off';
  }
  if (!coverage?.asOf || !coverage.since) {
    return 'pending';
  }
  return isAway(coverage.asOf, surroundings) ? 'unavailable' : 'current';
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
