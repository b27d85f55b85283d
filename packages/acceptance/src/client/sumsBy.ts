import {
  ReportedMeasure,
  UsageGroup,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';

/** Sums of a measure over time, by what tells its series apart; what is not known is the empty text. */
export function sumsBy(
  name: keyof UsageGroup,
  { series }: UsageSeries,
  measure: ReportedMeasure,
): Record<string, number> {
  return Object.fromEntries(
    series
      .filter(one => one.measure === measure)
      .map(({ group, points }) => [
        group[name],
        points.reduce((sum, { value }) => sum + value, 0),
      ]),
  );
}
