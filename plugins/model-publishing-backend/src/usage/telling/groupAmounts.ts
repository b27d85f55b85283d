import {
  UsageGroup,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { UsageMeasure } from '@inference-portal/plugin-model-publishing-node';
import { UsageBreakdown } from './UsageBreakdown';
import { UsageAmount } from './UsageStore';

/** The amounts of one series. */
export interface AmountGroup {
  measure: UsageMeasure;
  group: UsageGroup;
  /** By beginning of the span, in milliseconds since the epoch; spans without any amount are missing. */
  values: Map<number, number>;
}

/**
 * Sorts amounts into series: by measure, then by what tells them apart.
 *
 * @param usage - a measure without amounts has a series of zeros only where its total is known
 */
export function groupAmounts(
  amounts: UsageAmount[],
  { measures, whole, groupOf }: UsageBreakdown,
  usage: UsageSummary,
): AmountGroup[] {
  return measures.flatMap(measure => {
    const groups = new Map<string, AmountGroup>();
    if (whole.includes(measure) && isKnown(measure, usage)) {
      groups.set('', { measure, group: {}, values: new Map() });
    }
    for (const amount of amounts.filter(one => one.measure === measure)) {
      const group = groupOf(amount);
      const key = Object.values(group).join(' ');
      const { values } = groups.get(key) ?? { values: new Map() };
      const start = amount.start.getTime();
      values.set(start, (values.get(start) ?? 0) + amount.amount);
      groups.set(key, { measure, group, values });
    }
    return [...groups.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, group]) => group);
  });
}

function isKnown(measure: UsageMeasure, usage: UsageSummary): boolean {
  switch (measure) {
    case 'requests':
    case 'calls':
      return usage.totalRequests !== null;
    case 'rate-limited':
      return usage.requestsLimited !== null;
    case 'tokens':
      return usage.tokensUsed !== null;
    case 'responses':
      // There is no total of them.
      return false;
    default:
      throw new Error(`Unexpected measure ${measure satisfies never}`);
  }
}
