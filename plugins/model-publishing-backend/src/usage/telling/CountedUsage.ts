import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { spanOf } from '../spans';
import { UsageKnown } from './usageKnownOf';

/** What was counted of one publication, and how far it is known. */
export interface CountedUsage<Totals> {
  known: UsageKnown;
  /** undefined when nothing was counted. */
  totals: Totals | undefined;
  modelType: ModelType;
  now: Date;
}

/** An amount of today; null when it is not known, as it is of a day that began while the source was away. */
export function amountOfToday(
  amount: number | undefined,
  { known: { state, asOf }, now }: Pick<CountedUsage<unknown>, 'known' | 'now'>,
): number | null {
  const isKnown =
    state === 'current' || (asOf !== undefined && asOf >= spanOf(now, 'day'));
  return isKnown ? amount ?? null : null;
}
