import { z } from 'zod';
import { limitsSchema } from '../limits/rateLimiting';

/**
 * How exactly a gateway keeps a limit. approximate: each replica and listener counts for itself. unavailable: it cannot
 * be asked for. unknown: the gateway has not said yet.
 */
export const limitPrecisionSchema = z.enum([
  'exact',
  'approximate',
  'unavailable',
  'unknown',
]);
export type LimitPrecision = z.infer<typeof limitPrecisionSchema>;

/** A hostname that a tenant may publish under. */
export const publishingHostnameSchema = z.object({
  hostname: z
    .string()
    .describe(
      'A name, or `*.` and a name: every name with one more label may be used',
    ),
  scheme: z.enum(['http', 'https']),
  port: z.number(),
  isDefault: z.boolean().describe('Used where a request names none'),
  openaiWithoutKeys: z
    .boolean()
    .describe(
      'Whether OpenAI-compatible models are published here without keys, and none with keys',
    ),
});
export type PublishingHostname = z.infer<typeof publishingHostnameSchema>;

/** What a tenant may ask of one gateway. */
export const publishingGatewaySchema = z.object({
  name: z.string(),
  isDefault: z.boolean().describe('Used where a request names none'),
  keyMode: z
    .enum(['gateway'])
    .describe(
      'gateway: Envoy itself checks keys, which lie in a Secret beside it',
    ),
  hostnames: z.array(publishingHostnameSchema),
  openai: z
    .boolean()
    .describe('Whether OpenAI-compatible models can be published here'),
  limits: z.object({
    requestsPerMinute: limitPrecisionSchema,
    requestsPerHour: limitPrecisionSchema,
    tokensPerHour: limitPrecisionSchema,
    burstLimit: limitPrecisionSchema,
  }),
});
export type PublishingGateway = z.infer<typeof publishingGatewaySchema>;

/** What a form has to know before it asks for a publication or a key. */
export const publishingOptionsSchema = z.object({
  gateways: z
    .array(publishingGatewaySchema)
    .describe("Those of the tenant's cluster; none where no tenant is named"),
  limits: z.object({
    defaults: limitsSchema.describe('Of what a request leaves out'),
    maxima: limitsSchema,
  }),
  keys: z.object({
    reveal: z
      .enum(['owners', 'never'])
      .describe('Whether the owners of a key may see it again'),
    grace: z
      .object({ default: z.string(), maximum: z.string() })
      .describe(
        'How long a replaced key goes on working, such as 24h, or "now"',
      ),
    maxExpiry: z
      .string()
      .nullable()
      .describe('Longest life of a key, such as 365d; null: it need not end'),
  }),
  allowAnonymous: z
    .boolean()
    .describe('Whether models may be published without keys'),
});
export type PublishingOptions = z.infer<typeof publishingOptionsSchema>;
