import { z } from 'zod';
import { objectMetadata } from './metadata';

const fields = z.record(z.string(), z.unknown());

const parentReference = z.object({
  name: z.string(),
  namespace: z.string().optional(),
});

const headerMatch = z.object({
  type: z.enum(['Exact', 'RegularExpression']).default('Exact'),
  name: z.string(),
  value: z.string(),
});

const backendReference = z.object({
  name: z.string(),
  modelNameOverride: z.string().optional(),
  weight: z.number().default(1),
});

const rule = z.object({
  matches: z.array(z.object({ headers: z.array(headerMatch) })).default([]),
  backendRefs: z.array(backendReference).default([]),
  timeouts: fields.optional(),
  modelsOwnedBy: z.string().default('Envoy AI Gateway'),
  modelsCreatedAt: z.string().optional(),
});

export const aiGatewayRouteSchema = z.object({
  kind: z.literal('AIGatewayRoute'),
  metadata: objectMetadata.extend({
    labels: z.record(z.string(), z.string()).optional(),
    deletionTimestamp: z.string().optional(),
  }),
  spec: z.object({
    parentRefs: z.array(fields.and(parentReference)).default([]),
    hostnames: z.array(z.string()).default([]),
    rules: z.array(rule).default([]),
    llmRequestCosts: z
      .array(z.object({ metadataKey: z.string(), type: z.string() }))
      .default([]),
  }),
});

/** aigateway.envoyproxy.io/v1beta1 AIGatewayRoute (AI Gateway 1.0), as far as the sandbox obeys it. */
export type AiGatewayRoute = z.infer<typeof aiGatewayRouteSchema>;
export type AiRouteRule = z.infer<typeof rule>;
