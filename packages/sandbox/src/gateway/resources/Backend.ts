import { z } from 'zod';
import { objectMetadata } from './metadata';

const address = z.object({ hostname: z.string(), port: z.number() });

export const backendSchema = z.object({
  kind: z.literal('Backend'),
  metadata: objectMetadata,
  spec: z.object({
    endpoints: z.array(z.object({ fqdn: address.optional() })).default([]),
  }),
});

/** gateway.envoyproxy.io/v1alpha1 Backend with FQDN endpoints. */
export type Backend = z.infer<typeof backendSchema>;
