import { z } from 'zod';

/**
 * What can be said of usage. current: everything that was scraped so far is counted. unavailable: the source of metrics
 * is away, these are the values at `asOf`. pending: there is a source, of which nothing was read yet. off: the
 * platform has named no source for this cluster.
 */
export const usageStateSchema = z.enum([
  'current',
  'unavailable',
  'pending',
  'off',
]);
export type UsageState = z.infer<typeof usageStateSchema>;

/**
 * What was counted of a publication, or of the keys of the caller's tenants alone. null is a number that is not known;
 * 0 is only said where nothing has happened. Numbers are exact once a scrape of the gateway has followed the last
 * request.
 */
export const usageSummarySchema = z.object({
  state: usageStateSchema,
  asOf: z.iso
    .datetime()
    .nullable()
    .describe('The last scrape that was counted; null when nothing was'),
  since: z.iso
    .datetime()
    .nullable()
    .describe(
      'What was used before is not in the numbers: when counting began, or when the model was published',
    ),
  scope: z
    .enum(['publication', 'tenants'])
    .describe(
      "publication: all that was used, for the publisher. tenants: by keys of the caller's own tenants only",
    ),
  totalRequests: z
    .number()
    .nullable()
    .describe(
      'Requests that have reached the model. In scope tenants: all requests with their keys, refused ones included, where the access log is counted',
    ),
  requestsToday: z
    .number()
    .nullable()
    .describe('The same of the UTC day of the answer'),
  requestsLimited: z
    .number()
    .nullable()
    .describe(
      'Refused by the global rate limiter; never in totalRequests, and null in scope tenants',
    ),
  tokensUsed: z
    .number()
    .nullable()
    .describe(
      'Input and output tokens as the model has reported them; null for traditional models',
    ),
  lastAccessTime: z.iso
    .datetime()
    .nullable()
    .describe(
      'The scrape that has seen the last request; null when none was seen',
    ),
});
export type UsageSummary = z.infer<typeof usageSummarySchema>;
