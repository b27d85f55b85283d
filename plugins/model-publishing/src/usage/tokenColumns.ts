import { UsageTimeSeries } from '@inference-portal/plugin-model-publishing-common';
import { Texts } from '../translation/useTexts';
import { LookNumber, UsageColumn } from './usageTable';

/** What every model counts, and how it looks. */
const LOOKS = { input: 0, output: 1 } as const;
/** Models may count further types; these are shown together. */
const LOOK_OF_OTHERS: LookNumber = 6;

/** Tokens by type: always in the same order, so that one model can be compared with another. */
export function tokenColumns(
  series: UsageTimeSeries[],
  t: Texts,
): UsageColumn[] {
  const known = (['input', 'output'] as const).map(type => ({
    id: type,
    label: t(`usageOverTime.tokenType.${type}`),
    look: LOOKS[type],
    series: series.filter(({ group }) => group.tokenType === type),
  }));
  const others = {
    id: 'others',
    label: t('usageOverTime.others'),
    look: LOOK_OF_OTHERS,
    series: series.filter(
      one => !known.some(column => column.series.includes(one)),
    ),
  };
  return [...known, others].filter(column => column.series.length > 0);
}
