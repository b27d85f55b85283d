import { z } from 'zod';
import { objectMetadata, policyTarget } from './metadata';

const apiKeyAuth = z.object({
  credentialRefs: z
    .array(z.object({ name: z.string(), namespace: z.string().optional() }))
    .default([]),
  extractFrom: z
    .array(
      z.object({
        headers: z.array(z.string()).default([]),
        params: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  forwardClientIDHeader: z.string().optional(),
  sanitize: z.boolean().default(false),
});

const action = z.enum(['Allow', 'Deny']);

const authorization = z.object({
  defaultAction: action.default('Deny'),
  rules: z
    .array(
      z.object({
        name: z.string().optional(),
        action,
        operation: z
          .object({ methods: z.array(z.string()).default([]) })
          .optional(),
        principal: z
          .object({
            headers: z
              .array(
                z.object({ name: z.string(), values: z.array(z.string()) }),
              )
              .default([]),
          })
          .optional(),
        cel: z.string().optional(),
      }),
    )
    .default([]),
});

export const mergeType = z.enum(['StrategicMerge', 'JSONMerge']);

export const securityPolicySchema = z.object({
  kind: z.literal('SecurityPolicy'),
  metadata: objectMetadata,
  spec: z.object({
    targetRefs: z.array(policyTarget).default([]),
    mergeType: mergeType.optional(),
    apiKeyAuth: apiKeyAuth.optional(),
    authorization: authorization.optional(),
  }),
});

/** gateway.envoyproxy.io/v1alpha1 SecurityPolicy with API keys and authorization. */
export type SecurityPolicy = z.infer<typeof securityPolicySchema>;
export type ApiKeyAuth = z.infer<typeof apiKeyAuth>;
export type Authorization = z.infer<typeof authorization>;
