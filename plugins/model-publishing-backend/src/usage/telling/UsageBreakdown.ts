import { UsageMeasure } from '@inference-portal/plugin-model-publishing-node';
import {
  UsageGroup,
  UsageGrouping,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { UsageAmount, UsageQuery } from './UsageStore';

/** What is counted, and what tells the series of one measure apart. */
export interface UsageBreakdown {
  measures: UsageMeasure[];
  /** Those of them that have one series each, which is there even if nothing was counted. */
  whole: UsageMeasure[];
  /** What tells them apart. */
  by: UsageQuery['by'];
  groupOf(amount: UsageAmount): UsageGroup;
}

const inWhole = (measures: UsageMeasure[]): UsageBreakdown => ({
  measures,
  whole: measures,
  by: [],
  groupOf: () => ({}),
});

const ALL: Record<UsageSummary['scope'], UsageBreakdown> = {
  publication: inWhole(['requests', 'rate-limited', 'tokens']),
  // The gateway does not count by keys which requests reach a model.
  tenants: inWhole(['calls', 'tokens']),
};
const NOTHING = inWhole([]);

const BY: Record<UsageGrouping, UsageBreakdown> = {
  status: {
    measures: ['responses', 'rate-limited'],
    whole: ['rate-limited'],
    by: ['detail'],
    groupOf: ({ measure, detail }) =>
      measure === 'responses' ? { status: detail } : {},
  },
  tokenType: {
    measures: ['tokens'],
    whole: [],
    by: ['detail'],
    groupOf: ({ detail }) => ({ tokenType: detail }),
  },
  tenant: {
    measures: ['calls', 'tokens'],
    whole: [],
    by: ['tenant'],
    groupOf: ({ tenant }) => ({ tenant }),
  },
  key: {
    measures: ['calls', 'tokens'],
    whole: [],
    by: ['tenant', 'keyId'],
    groupOf: ({ tenant, keyId }) => ({ tenant, keyId }),
  },
};

/** How the usage of a publication is broken down; for consumers, without what is not told apart by keys. */
export function breakdownOf(
  groupBy: UsageGrouping | undefined,
  scope: UsageSummary['scope'],
): UsageBreakdown {
  if (groupBy === undefined) {
    return ALL[scope];
  }
  return groupBy === 'status' && scope === 'tenants' ? NOTHING : BY[groupBy];
}
