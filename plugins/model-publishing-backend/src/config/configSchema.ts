import {
  API_KEY_PREFIX_PATTERN,
  graceMs,
  graceSchema,
  hostnameSchema,
  limitsSchema,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { trustedLocationProblem } from '../tenancy/trustedLocation';
import { clusterSettingsSchema } from './clusterSettings';
import {
  allowedHostnameSchema,
  customHostnameSchema,
  portSchema,
  probeUrlSchema,
} from './customHostnameSchema';
import { durationSecondsSchema } from './durationSecondsSchema';
import { prometheusSchema } from './prometheusSchema';
import { bytesOf, quantitySchema } from './quantitySchema';
import { usageSchema } from './usageSchema';

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

/** Nothing to speak of could be published with less. */
const LEAST_MESSAGE_SIZE = 2 ** 20;

/** Without a cluster, the default cluster is meant. */
const cluster = z.string().min(1).optional();

export const gatewaySchema = z.strictObject({
  name: z.string().min(1).max(63),
  cluster,
  namespace: tenantIdSchema,
  gateway: z.string().min(1).max(63),
  listeners: z
    .array(z.string().min(1))
    .refine(names => new Set(names).size === names.length, {
      message: 'must not name a listener twice',
    })
    .default([]),
  baseUrl: z
    .strictObject({ scheme: z.enum(['http', 'https']), port: portSchema })
    .default({ scheme: 'https', port: 443 }),
  hostnames: z.strictObject({
    default: hostnameSchema,
    allowed: z.array(allowedHostnameSchema).min(1),
    perTenant: z
      .record(tenantIdSchema, z.array(allowedHostnameSchema))
      .default({}),
    anonymous: z.array(allowedHostnameSchema).default([]),
    custom: z.array(customHostnameSchema).default([]),
  }),
  keyMode: z.literal('gateway').default('gateway'),
  capabilities: z
    .strictObject({
      globalRateLimit: z
        .union([z.boolean(), z.literal('detect')], {
          error: 'must be true, false or "detect"',
        })
        .default('detect'),
      clientIdMetrics: z.boolean().default(false),
    })
    .prefault({}),
  bufferLimit: quantitySchema('20Mi').default('20Mi'),
  extensionMessageSize: quantitySchema('4Mi')
    .transform(bytesOf)
    .refine(bytes => bytes >= LEAST_MESSAGE_SIZE, {
      message: 'must be at least 1Mi',
    })
    .prefault('4Mi'),
  probeUrl: probeUrlSchema.optional(),
});

export const tenantSchema = z.strictObject({
  cluster,
  namespace: tenantIdSchema,
  owners: z.array(ownerRef).min(1),
});

export const serviceSchema = z.strictObject({
  subject: z.string().min(1),
  owners: z.array(ownerRef).min(1),
});

const trustedLocation = z.string().superRefine((pattern, context) => {
  const message = trustedLocationProblem(pattern);
  if (message) {
    context.addIssue({ code: 'custom', message });
  }
});

export const tenancySchema = z
  .strictObject({
    membership: z.enum(['catalog', 'token']).default('catalog'),
    groupAnnotation: z
      .strictObject({ trustedLocations: z.array(trustedLocation).default([]) })
      .default({ trustedLocations: [] }),
  })
  .default({
    membership: 'catalog',
    groupAnnotation: { trustedLocations: [] },
  });

/** Of every publication; only a publication itself knows which tenants use it. */
const platformLimits = limitsSchema.extend({
  perTenant: z
    .undefined({
      error:
        'is for single publications only; these values are defaults of their totals, and maxima of every value',
    })
    .optional(),
});

export const limitsSectionSchema = z
  .strictObject({
    defaults: platformLimits.default({}),
    maxima: platformLimits.default({}),
    approximate: z.boolean().default(false),
  })
  .default({ defaults: {}, maxima: {}, approximate: false });

const clusterSchema = z
  .strictObject({
    serviceAccountToken: z.string().optional(),
    serviceAccountTokenFile: z.string().optional(),
    ...clusterSettingsSchema.shape,
    prometheus: prometheusSchema.optional(),
  })
  .refine(
    account =>
      !(account.serviceAccountToken && account.serviceAccountTokenFile),
    {
      message:
        'must have serviceAccountToken or serviceAccountTokenFile, not both',
    },
  );

/** Everything under `modelPublishing:`, by form; the rules between its parts are in `configProblems`. */
export const configSchema = z.strictObject({
  instanceId: z
    .string()
    .regex(
      /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/,
      'must be usable as a label value',
    )
    .default('default'),
  clusters: z.record(z.string(), clusterSchema).default({}),
  gateways: z.array(gatewaySchema).min(1, 'must have at least one entry'),
  tenants: z.array(tenantSchema).default([]),
  admins: z.array(ownerRef).default([]),
  services: z.array(serviceSchema).default([]),
  tenancy: tenancySchema,
  limits: limitsSectionSchema,
  keys: z
    .strictObject({
      prefix: z
        .string()
        .regex(
          API_KEY_PREFIX_PATTERN,
          'must be 2 to 16 characters of a-z and 0-9, and begin with a letter',
        )
        .default('mp'),
      reveal: z.enum(['owners', 'never']).default('owners'),
      maxExpiry: graceSchema
        .refine(value => value !== 'now', { message: 'must not be "now"' })
        .optional(),
      grace: z
        .strictObject({
          default: graceSchema.default('24h'),
          maximum: graceSchema.default('30d'),
        })
        .refine(grace => graceMs(grace.default) <= graceMs(grace.maximum), {
          message: 'default must not be longer than maximum',
        })
        .default({ default: '24h', maximum: '30d' }),
    })
    .prefault({}),
  authentication: z
    .strictObject({ allowAnonymous: z.boolean().default(false) })
    .prefault({}),
  openai: z
    .strictObject({
      listModels: z.enum(['closed', 'host']).default('closed'),
      liveProbe: z.boolean().default(false),
    })
    .prefault({}),
  timeouts: z
    .strictObject({
      traditional: durationSecondsSchema.default(60),
      openai: durationSecondsSchema.default(600),
    })
    .prefault({}),
  usage: usageSchema.prefault({}),
});
