import {
  ModelType,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { spanOf } from './spans';
import { UsageKnown } from './usageKnownOf';
import { TenantUsageTotals, UsageTotals } from './UsageStore';

interface Counted<Totals> {
  known: UsageKnown;
  /** undefined when nothing was counted. */
  totals: Totals | undefined;
  modelType: ModelType;
  now: Date;
}

const NOTHING: UsageTotals = {
  requests: 0,
  requestsToday: 0,
  rateLimited: 0,
  tokens: 0,
  lastAccessAt: undefined,
};

/** For the publisher: everything that was used. */
export function usageOfPublication(
  counted: Counted<UsageTotals>,
): UsageSummary {
  const { known, modelType } = counted;
  const totals = counted.totals ?? (known.isComplete ? NOTHING : undefined);
  return {
    ...usageNotKnown(known, 'publication'),
    ...(totals && {
      totalRequests: totals.requests,
      requestsToday: ofToday(totals.requestsToday, counted),
      requestsLimited: totals.rateLimited,
      // Requests without tokens may be of a model whose tokens nobody counts.
      tokensUsed: totals.tokens ?? (totals.requests === 0 ? 0 : null),
      lastAccessTime: totals.lastAccessAt?.toISOString() ?? null,
    }),
    ...(modelType === 'traditional' && { tokensUsed: null }),
  };
}

/**
 * For consumers: what was used with their own keys, as far as these are told apart.
 *
 * @param counted.countsKeys - whether the gateway's metrics of tokens say which key was used
 */
export function usageOfTenants(
  counted: Counted<TenantUsageTotals> & { countsKeys: boolean },
): UsageSummary {
  const { known, totals, modelType, countsKeys } = counted;
  const { calls, callsToday, tokens, lastAccessAt } = totals ?? {};
  const isUnused = !totals && known.isComplete && countsKeys;
  return {
    ...usageNotKnown(known, 'tenants'),
    totalRequests: calls ?? null,
    requestsToday: ofToday(callsToday, counted),
    tokensUsed: modelType === 'openai' ? tokens ?? (isUnused ? 0 : null) : null,
    lastAccessTime: lastAccessAt?.toISOString() ?? null,
  };
}

/** Where no number is known, or none is for the caller. */
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

/** Of a day that had not begun when the source went away, nothing is known. */
function ofToday(
  amount: number | undefined,
  { known: { state, asOf }, now }: Pick<Counted<unknown>, 'known' | 'now'>,
): number | null {
  const isKnown =
    state === 'current' || (asOf !== undefined && asOf >= spanOf(now, 'day'));
  return isKnown ? amount ?? null : null;
}
