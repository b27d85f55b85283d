import { UsageTimeSeries } from '@inference-portal/plugin-model-publishing-common';
import { LookNumber, totalOf, UsageColumn } from './usageTable';

/** More than these cannot be told apart in a chart. */
const LOOKS: LookNumber[] = [0, 1, 2, 3, 4, 5];
const LOOK_OF_OTHERS: LookNumber = 6;

/** A group of series before it is known how large it is. */
export interface NamedSeries {
  label: string;
  series: UsageTimeSeries;
}

/** A column for each of the largest, and one for all others together. Series of the same label are added up. */
export function largestColumns(
  named: NamedSeries[],
  labelOfOthers: string,
): UsageColumn[] {
  const byLabel = new Map<string, UsageTimeSeries[]>();
  for (const { label, series } of named) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), series]);
  }
  const sorted = [...byLabel].sort(([, a], [, b]) => totalOf(b) - totalOf(a));
  const others = sorted.slice(LOOKS.length).flatMap(([, series]) => series);
  return [
    ...LOOKS.flatMap((look, index) => {
      const found = sorted[index];
      return found
        ? [{ id: `largest-${look}`, label: found[0], look, series: found[1] }]
        : [];
    }),
    ...(others.length > 0
      ? [
          {
            id: 'others',
            label: labelOfOthers,
            look: LOOK_OF_OTHERS,
            series: others,
          },
        ]
      : []),
  ];
}
