import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { withoutPrototypeKey } from './withoutPrototypeKey';

/** Largest value that Envoy Gateway takes for one limit (uint32, gateway-facts 2.1). */
const UINT32_MAX = 4_294_967_295;

const limit = (description: string) =>
  z
    .int()
    .min(1, 'must be at least 1')
    .max(UINT32_MAX)
    .optional()
    .describe(description);

/** The values of limits, without saying of what. */
export const limitsSchema = z.strictObject({
  requestsPerMinute: limit('Requests admitted in one clock minute'),
  requestsPerHour: limit('Requests admitted in one clock hour'),
  tokensPerHour: limit(
    'Tokens, as reported by the model, in one clock hour (OpenAI-compatible models)',
  ),
  burstLimit: limit('Requests admitted in one second'),
});
export type Limits = z.infer<typeof limitsSchema>;

/**
 * Limits of one publication: totals over all its listeners and replicas, and, within these, of single tenants. All keys
 * of a tenant count together.
 */
export const rateLimitingSchema = limitsSchema.extend({
  perTenant: withoutPrototypeKey(z.record(tenantIdSchema, limitsSchema))
    .optional()
    .describe(
      'Limits of single tenants of allowedTenants, by tenant id, beside the totals',
    ),
});
export type RateLimiting = z.infer<typeof rateLimitingSchema>;

/** The names of the limits, in the order in which they are shown. */
export const LIMIT_NAMES = [
  'requestsPerMinute',
  'requestsPerHour',
  'tokensPerHour',
  'burstLimit',
] as const satisfies ReadonlyArray<keyof Limits>;
export type LimitName = (typeof LIMIT_NAMES)[number];
