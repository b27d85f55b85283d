import { z } from 'zod';
import { usageSummarySchema } from './usageSummary';

/** The most spans that one answer has. */
export const MAX_USAGE_SPANS = 1_500;

/** Length of a span; days are UTC days. */
export const usageStepSchema = z.enum(['minute', 'hour', 'day']);
export type UsageStep = z.infer<typeof usageStepSchema>;

/**
 * status: the model's answers by HTTP status. tokenType: tokens by type. tenant, key: tokens, and requests where the
 * access log is counted, by whose key was used.
 */
export const usageGroupingSchema = z.enum([
  'status',
  'tokenType',
  'tenant',
  'key',
]);
export type UsageGrouping = z.infer<typeof usageGroupingSchema>;

/**
 * What a series counts. requests: those that have reached the model. responses: the model's answers. limited: requests
 * that the global rate limiter has refused. tokens: as the model has reported them. calls: requests as the access log
 * has them, refused ones included.
 */
export const reportedMeasureSchema = z.enum([
  'requests',
  'responses',
  'limited',
  'tokens',
  'calls',
]);
export type ReportedMeasure = z.infer<typeof reportedMeasureSchema>;

/** What tells one series from the others of its measure; an empty text is a value that is not known. */
export const usageGroupSchema = z.object({
  status: z.string().optional(),
  tokenType: z.string().optional(),
  tenant: z.string().optional(),
  keyId: z.string().optional(),
});
export type UsageGroup = z.infer<typeof usageGroupSchema>;

/** One measure over time. */
export const usageTimeSeriesSchema = z.object({
  measure: reportedMeasureSchema,
  group: usageGroupSchema,
  points: z
    .array(
      z.object({
        start: z.iso.datetime().describe('Beginning of the span, UTC'),
        value: z.number().describe('What was counted in the span'),
      }),
    )
    .describe(
      'One for each span of which it is known what was used, 0 when nothing was; spans before counting began, after the last scrape and beyond what is kept are absent',
    ),
});
export type UsageTimeSeries = z.infer<typeof usageTimeSeriesSchema>;

/** The usage of a publication over time. */
export const usageSeriesSchema = z.object({
  usage: usageSummarySchema,
  from: z.iso
    .datetime()
    .describe('Beginning of the first span: what was asked for, rounded down'),
  to: z.iso
    .datetime()
    .describe('End of the last span: what was asked for, rounded up'),
  step: usageStepSchema,
  groupBy: usageGroupingSchema.nullable(),
  series: z.array(usageTimeSeriesSchema),
});
export type UsageSeries = z.infer<typeof usageSeriesSchema>;
