import { z } from 'zod';
import { PrometheusSeries } from './PrometheusSeries';

/** Seconds since the epoch, to the millisecond; and the value, as text because JSON has no NaN. */
type Pair = [seconds: number, value: string];

const seriesSchema = z.object({
  // As a record, or with a schema of pairs below, large answers take twice as long to read.
  metric: z.object({}).catchall(z.string()),
  /** Missing in native histograms. */
  values: z.custom<Pair[]>(arePairs, 'must be pairs').default([]),
});

/** Answer of `/api/v1/query` to a selector with a range. Warnings beside the data are not read. */
export const queryAnswerSchema = z
  .object({
    status: z.literal('success'),
    data: z.object({
      resultType: z.literal('matrix'),
      result: z.array(seriesSchema),
    }),
  })
  .transform(({ data }) => data.result.map(toSeries));

/** What Prometheus, Thanos and Mimir answer when they refuse or fail. */
export const errorAnswerSchema = z.object({
  status: z.literal('error'),
  errorType: z.string().default(''),
  error: z.string(),
});

function toSeries({
  metric,
  values,
}: z.output<typeof seriesSchema>): PrometheusSeries {
  return {
    labels: metric,
    samples: values
      .map(([seconds, value]) => ({
        at: Math.round(seconds * 1000),
        value: Number(value),
      }))
      .filter(({ value }) => Number.isFinite(value)),
  };
}

function arePairs(values: unknown): boolean {
  return (
    Array.isArray(values) &&
    values.every(
      pair =>
        Array.isArray(pair) &&
        typeof pair[0] === 'number' &&
        typeof pair[1] === 'string',
    )
  );
}
