import { z } from 'zod';

/** Largest value that Envoy Gateway takes for one limit (uint32, gateway-facts 2.1). */
const UINT32_MAX = 4_294_967_295;

const limit = (description: string) =>
  z
    .int()
    .min(1, 'must be at least 1')
    .max(UINT32_MAX)
    .optional()
    .describe(description);

/** Limits of one publication, as totals over all its listeners and replicas. */
export const rateLimitingSchema = z.strictObject({
  requestsPerMinute: limit('Requests admitted in one clock minute'),
  requestsPerHour: limit('Requests admitted in one clock hour'),
  tokensPerHour: limit(
    'Tokens, as reported by the model, in one clock hour (OpenAI-compatible models)',
  ),
  burstLimit: limit('Requests admitted in one second'),
});

export type RateLimiting = z.infer<typeof rateLimitingSchema>;

/** The names of the limits, in the order in which they are shown. */
export const LIMIT_NAMES = [
  'requestsPerMinute',
  'requestsPerHour',
  'tokensPerHour',
  'burstLimit',
] as const satisfies ReadonlyArray<keyof RateLimiting>;
