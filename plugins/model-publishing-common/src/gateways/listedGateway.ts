import { z } from 'zod';
import { clusterFreshnessSchema } from '../publications/freshness';
import { phaseSchema } from '../publications/publication';
import { publishingGatewaySchema } from '../publishing/publishingOptions';
import { usageStateSchema } from '../usage/usageSummary';
import { gatewayConditionSchema } from './gatewayCondition';
import {
  gatewayHostnameSchema,
  gatewayListenerSchema,
} from './gatewayHostname';

/** What one gateway is able to do. */
export const gatewayCapabilitiesSchema = z.object({
  globalRateLimit: z.enum(['available', 'unavailable', 'unknown']),
  isDetected: z
    .boolean()
    .describe(
      'Whether the gateway itself was asked for globalRateLimit; otherwise the configuration says so',
    ),
  limits: publishingGatewaySchema.shape.limits,
  clientIdMetrics: z
    .boolean()
    .describe(
      'Whether metrics of OpenAI-compatible models say which key was used',
    ),
  aiGateway: z
    .enum(['available', 'unavailable', 'unknown'])
    .describe('Whether the cluster has Envoy AI Gateway'),
  openai: z
    .boolean()
    .describe('Whether OpenAI-compatible models can be published here'),
  bufferLimit: z
    .string()
    .describe('Largest request body, as a Kubernetes quantity'),
});
export type GatewayCapabilitiesView = z.infer<typeof gatewayCapabilitiesSchema>;

/** A gateway as admins see it, from what the portal has seen last. */
export const listedGatewaySchema = z.object({
  name: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  gateway: z.string().describe('Name of the Gateway object'),
  isDefault: z
    .boolean()
    .describe('Whether it is used where a request names none'),
  keyMode: publishingGatewaySchema.shape.keyMode,
  health: gatewayConditionSchema.shape.status.describe(
    'The worst of the conditions',
  ),
  conditions: z.array(gatewayConditionSchema),
  capabilities: gatewayCapabilitiesSchema,
  listeners: z.array(gatewayListenerSchema),
  hostnames: z.array(gatewayHostnameSchema),
  publications: z.object({
    total: z.number(),
    byPhase: z.partialRecord(phaseSchema, z.number()),
    openai: z.number().describe('OpenAI-compatible ones among them'),
  }),
  message: z
    .object({
      size: z.number().describe('An upper estimate, in bytes'),
      most: z.number().describe('In bytes'),
    })
    .nullable()
    .describe(
      'The message in which Envoy Gateway hands its configuration, with all keys, to the AI Gateway; null without one',
    ),
  usage: z.object({
    state: usageStateSchema,
    asOf: z.iso.datetime().nullable(),
  }),
  freshness: clusterFreshnessSchema,
});
export type ListedGateway = z.infer<typeof listedGatewaySchema>;
