import {
  UsageSeries,
  UsageTimeSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { spansOf } from './usageRange';

/** Which of the looks of `seriesLook` a column has. */
export type LookNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** What is told apart from others in a chart, and is a column of its table. */
export interface UsageColumn {
  id: string;
  label: string;
  look: LookNumber;
  /** Added up. */
  series: UsageTimeSeries[];
}

/** One span of time; of what was not counted in it, the value is null. */
export interface UsageRow {
  start: string;
  /** By column id. */
  values: Record<string, number | null>;
}

/** Usage over time as a chart and a table show it. */
export interface UsageTable {
  step: UsageSeries['step'];
  columns: Array<Omit<UsageColumn, 'series'> & { total: number }>;
  rows: UsageRow[];
}

/** Lays out columns over all spans of an answer. Spans that are not known stay without values: they are no zeros. */
export function usageTableOf(
  { from, to, step }: Pick<UsageSeries, 'from' | 'to' | 'step'>,
  columns: UsageColumn[],
): UsageTable {
  const amounts = columns.map(({ id, series }) => ({
    id,
    byStart: addedUp(series),
  }));
  return {
    step,
    columns: columns.map(({ series, ...column }) => ({
      ...column,
      total: totalOf(series),
    })),
    rows: spansOf({ from, to, step }).map(start => ({
      start,
      values: Object.fromEntries(
        amounts.map(({ id, byStart }) => [id, byStart.get(start) ?? null]),
      ),
    })),
  };
}

/** Everything that these series have counted. */
export function totalOf(series: UsageTimeSeries[]): number {
  return series
    .flatMap(({ points }) => points)
    .reduce((sum, { value }) => sum + value, 0);
}

/** Whether nothing is known of a span. */
export function isUnknown({ values }: UsageRow): boolean {
  return Object.values(values).every(value => value === null);
}

/** Whether anything is known of the time that was asked about. All times are UTC, so that their texts are in order. */
export function isTimeKnown({ usage, from, to }: UsageSeries): boolean {
  const { since, asOf } = usage;
  return since !== null && asOf !== null && since < to && from < asOf;
}

function addedUp(series: UsageTimeSeries[]): Map<string, number> {
  const byStart = new Map<string, number>();
  for (const { start, value } of series.flatMap(({ points }) => points)) {
    byStart.set(start, (byStart.get(start) ?? 0) + value);
  }
  return byStart;
}
