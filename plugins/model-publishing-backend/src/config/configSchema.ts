import {
  API_KEY_PREFIX_PATTERN,
  hostnameSchema,
  rateLimitingSchema,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** Substituted environment variables are text. */
const port = z.coerce.number().int().min(1).max(65_535);

const ownerRef = z.string().transform((value, context) => {
  try {
    const ref = parseEntityRef(value, { defaultNamespace: 'default' });
    if (['group', 'user'].includes(ref.kind.toLowerCase())) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Reported below, in the same words.
  }
  context.addIssue({
    code: 'custom',
    message: `must be a ref of a Group or User such as "group:default/team-a", not "${value}"`,
  });
  return z.NEVER;
});

const allowedHostname = z
  .string()
  .refine(
    value => hostnameSchema.safeParse(value.replace(/^\*\./, '')).success,
    {
      message: 'must be a DNS name, or a wildcard such as "*.apps.example.org"',
    },
  );

const gatewaySchema = z.strictObject({
  name: z.string().min(1).max(63),
  cluster: z.string().min(1).optional(),
  namespace: tenantIdSchema,
  gateway: z.string().min(1).max(63),
  listeners: z.array(z.string()).default([]),
  baseUrl: z
    .strictObject({ scheme: z.enum(['http', 'https']), port })
    .default({ scheme: 'https', port: 443 }),
  hostnames: z.strictObject({
    default: hostnameSchema,
    allowed: z.array(allowedHostname).min(1),
    perTenant: z.record(tenantIdSchema, z.array(allowedHostname)).default({}),
  }),
  keyMode: z.literal('gateway').default('gateway'),
  capabilities: z
    .strictObject({ globalRateLimit: z.boolean().default(false) })
    .default({ globalRateLimit: false }),
  bufferLimit: z
    .string()
    .regex(/^\d+(Ki|Mi|Gi)$/, 'must be a quantity such as "20Mi"')
    .default('20Mi'),
  probeUrl: z.url({ protocol: /^https?$/ }).optional(),
});

/** Everything under `modelPublishing:`, by form; the rules between its parts are in `configProblems`. */
export const configSchema = z.strictObject({
  instanceId: z
    .string()
    .regex(
      /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/,
      'must be usable as a label value',
    )
    .default('default'),
  clusters: z
    .record(
      z.string(),
      z.strictObject({
        serviceAccountToken: z.string().optional(),
        serviceAccountTokenFile: z.string().optional(),
      }),
    )
    .default({}),
  gateways: z.array(gatewaySchema).min(1),
  tenants: z
    .array(
      z.strictObject({
        cluster: z.string().min(1).optional(),
        namespace: tenantIdSchema,
        owners: z.array(ownerRef).min(1),
      }),
    )
    .default([]),
  admins: z.array(ownerRef).default([]),
  services: z
    .array(
      z.strictObject({
        subject: z.string().min(1),
        owners: z.array(ownerRef).min(1),
      }),
    )
    .default([]),
  limits: z
    .strictObject({
      defaults: rateLimitingSchema.default({}),
      maxima: rateLimitingSchema.default({}),
    })
    .default({ defaults: {}, maxima: {} }),
  keys: z
    .strictObject({
      prefix: z.string().regex(API_KEY_PREFIX_PATTERN).default('mp'),
    })
    .default({ prefix: 'mp' }),
  timeouts: z
    .strictObject({
      traditional: z.strictObject({ seconds: z.int().min(1).max(3600) }),
    })
    .default({ traditional: { seconds: 60 } }),
});
export type RawConfig = z.output<typeof configSchema>;
