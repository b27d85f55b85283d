import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { amountOfToday, CountedUsage } from './CountedUsage';
import { usageNotKnown } from './usageNotKnown';
import { UsageTotals } from './UsageStore';

const NOTHING: UsageTotals = {
  requests: 0,
  requestsToday: 0,
  rateLimited: 0,
  tokens: 0,
  lastAccessAt: undefined,
};

/** For the publisher: everything that was used. */
export function usageOfPublication(
  counted: CountedUsage<UsageTotals>,
): UsageSummary {
  const { known, modelType } = counted;
  const totals = counted.totals ?? (known.isComplete ? NOTHING : undefined);
  return {
    ...usageNotKnown(known, 'publication'),
    ...(totals && {
      totalRequests: totals.requests,
      requestsToday: amountOfToday(totals.requestsToday, counted),
      requestsLimited: totals.rateLimited,
      // Requests without tokens may be of a model whose tokens nobody counts.
      tokensUsed: totals.tokens ?? (totals.requests === 0 ? 0 : null),
      lastAccessTime: totals.lastAccessAt?.toISOString() ?? null,
    }),
    ...(modelType === 'traditional' && { tokensUsed: null }),
  };
}
