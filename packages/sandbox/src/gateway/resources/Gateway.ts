import { z } from 'zod';
import { objectMetadata } from './metadata';

const listener = z.object({
  name: z.string(),
  hostname: z.string().optional(),
  port: z.number(),
  protocol: z.string(),
  tls: z
    .object({
      certificateRefs: z
        .array(z.object({ name: z.string(), namespace: z.string().optional() }))
        .default([]),
    })
    .optional(),
  allowedRoutes: z
    .object({ namespaces: z.object({ from: z.string().default('Same') }) })
    .optional(),
});

export const gatewaySchema = z.object({
  kind: z.literal('Gateway'),
  metadata: objectMetadata,
  spec: z.object({
    gatewayClassName: z.string(),
    listeners: z.array(listener),
  }),
});

export const gatewayClassSchema = z.object({
  kind: z.literal('GatewayClass'),
  metadata: objectMetadata,
  spec: z.object({ controllerName: z.string() }),
});

/** gateway.networking.k8s.io/v1 GatewayClass. */
export type GatewayClass = z.infer<typeof gatewayClassSchema>;

/** gateway.networking.k8s.io/v1 Gateway. */
export type Gateway = z.infer<typeof gatewaySchema>;
export type Listener = z.infer<typeof listener>;
