import {
  ApiKey,
  UsageGroup,
  UsageSeries,
  UsageTimeSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { aKey, aUsage } from './builders';

/** Beginnings of the spans of the answers below. */
export const HOURS = [10, 11, 12, 13].map(
  hour => `2026-03-04T${hour}:00:00.000Z`,
);

/** One measure over the hours above; undefined in the place of what is not known. */
export function aTimeSeries(
  measure: UsageTimeSeries['measure'],
  values: Array<number | undefined>,
  group: UsageGroup = {},
): UsageTimeSeries {
  return {
    measure,
    group,
    points: HOURS.flatMap((start, index) => {
      const value = values[index];
      return value === undefined ? [] : [{ start, value }];
    }),
  };
}

/** An answer about four hours, of which the first is before counting began. */
export function aUsageSeries(
  overrides: Partial<UsageSeries> = {},
): UsageSeries {
  return {
    usage: aUsage({
      since: '2026-03-04T11:00:00.000Z',
      asOf: '2026-03-04T13:30:00.000Z',
    }),
    from: '2026-03-04T10:00:00.000Z',
    to: '2026-03-04T14:00:00.000Z',
    step: 'hour',
    groupBy: null,
    series: [
      aTimeSeries('requests', [undefined, 5, 0, 3]),
      aTimeSeries('limited', [undefined, 0, 2, 0]),
    ],
    ...overrides,
  };
}

/** A key of tenant-a, as lists show it. */
export function aListedKey(overrides: Partial<ApiKey> = {}): ApiKey {
  return aKey({ id: 'key1', hint: 'mp_key1…', ...overrides });
}
