import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { UsageKnown } from './usageKnownOf';

/** A summary where no number is known, or none is for the caller. */
export function usageNotKnown(
  { state, asOf, since }: Pick<UsageKnown, 'state' | 'asOf' | 'since'>,
  scope: UsageSummary['scope'],
): UsageSummary {
  return {
    state,
    asOf: asOf?.toISOString() ?? null,
    since: since?.toISOString() ?? null,
    scope,
    totalRequests: null,
    requestsToday: null,
    requestsLimited: null,
    tokensUsed: null,
    lastAccessTime: null,
  };
}
