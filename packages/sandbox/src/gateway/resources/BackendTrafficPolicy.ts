import { z } from 'zod';
import { objectMetadata, policyTarget } from './metadata';
import { mergeType } from './SecurityPolicy';

const clientSelector = z.object({
  headers: z
    .array(
      z.object({
        type: z
          .enum(['Exact', 'RegularExpression', 'Distinct'])
          .default('Exact'),
        name: z.string(),
        value: z.string().optional(),
        invert: z.boolean().default(false),
      }),
    )
    .default([]),
  methods: z
    .array(z.object({ value: z.string(), invert: z.boolean().default(false) }))
    .default([]),
  path: z
    .object({
      type: z
        .enum(['Exact', 'PathPrefix', 'RegularExpression'])
        .default('PathPrefix'),
      value: z.string(),
      invert: z.boolean().default(false),
    })
    .optional(),
});

const limitUnit = z.enum(['Second', 'Minute', 'Hour', 'Day', 'Month', 'Year']);

const metadataKey = z.object({ namespace: z.string(), key: z.string() });

const costPart = z.object({
  from: z.enum(['Number', 'Metadata']),
  number: z.number().optional(),
  metadata: metadataKey.optional(),
});

const rateLimitRule = z.object({
  clientSelectors: z.array(clientSelector).default([]),
  limit: z.object({ requests: z.number(), unit: limitUnit }),
  shared: z.boolean().default(false),
  cost: z
    .object({ request: costPart.optional(), response: costPart.optional() })
    .optional(),
});

const rateLimit = z.object({
  local: z.object({ rules: z.array(rateLimitRule).default([]) }).optional(),
  global: z.object({ rules: z.array(rateLimitRule) }).optional(),
});

export const backendTrafficPolicySchema = z.object({
  kind: z.literal('BackendTrafficPolicy'),
  metadata: objectMetadata,
  spec: z.object({
    targetRefs: z.array(policyTarget).default([]),
    mergeType: mergeType.optional(),
    rateLimit: rateLimit.optional(),
    responseOverride: z.array(z.unknown()).default([]),
  }),
});

/** gateway.envoyproxy.io/v1alpha1 BackendTrafficPolicy with request limits. */
export type BackendTrafficPolicy = z.infer<typeof backendTrafficPolicySchema>;
export type RateLimit = z.infer<typeof rateLimit>;
export type RateLimitRule = z.infer<typeof rateLimitRule>;
export type ClientSelector = z.infer<typeof clientSelector>;
export type LimitUnit = z.infer<typeof limitUnit>;

/** Length of a limit's window; a month has 30 days and a year 365 (gateway-facts 2.2). */
export const secondsOf: Record<LimitUnit, number> = {
  Second: 1,
  Minute: 60,
  Hour: 3600,
  Day: 86_400,
  Month: 2_592_000,
  Year: 31_536_000,
};
