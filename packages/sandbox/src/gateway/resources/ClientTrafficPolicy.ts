import { z } from 'zod';
import { objectMetadata, policyTarget } from './metadata';

export const clientTrafficPolicySchema = z.object({
  kind: z.literal('ClientTrafficPolicy'),
  metadata: objectMetadata,
  spec: z.object({
    targetRefs: z.array(policyTarget).default([]),
    headers: z
      .object({
        earlyRequestHeaders: z
          .object({
            remove: z.array(z.string()).default([]),
            set: z
              .array(z.object({ name: z.string(), value: z.string() }))
              .default([]),
          })
          .optional(),
      })
      .optional(),
    connection: z
      .object({ bufferLimit: z.union([z.string(), z.number()]).optional() })
      .optional(),
  }),
});

/** gateway.envoyproxy.io/v1alpha1 ClientTrafficPolicy with headers to remove and to set, and the size of buffers. */
export type ClientTrafficPolicy = z.infer<typeof clientTrafficPolicySchema>;
