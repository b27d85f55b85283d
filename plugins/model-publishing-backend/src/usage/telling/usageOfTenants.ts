import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { amountOfToday, CountedUsage } from './CountedUsage';
import { usageNotKnown } from './usageNotKnown';
import { TenantUsageTotals } from './UsageStore';

/**
 * For consumers: what was used with their own keys, as far as these are told apart.
 *
 * @param counted.countsKeys - whether the gateway's metrics of tokens say which key was used
 */
export function usageOfTenants(
  counted: CountedUsage<TenantUsageTotals> & { countsKeys: boolean },
): UsageSummary {
  const { known, totals, modelType, countsKeys } = counted;
  const { calls, callsToday, tokens, lastAccessAt } = totals ?? {};
  const isUnused = !totals && known.isComplete && countsKeys;
  return {
    ...usageNotKnown(known, 'tenants'),
    totalRequests: calls ?? null,
    requestsToday: amountOfToday(callsToday, counted),
    tokensUsed: modelType === 'openai' ? tokens ?? (isUnused ? 0 : null) : null,
    lastAccessTime: lastAccessAt?.toISOString() ?? null,
  };
}
