import { z } from 'zod';
import { objectMetadata } from './metadata';

export const aiServiceBackendSchema = z.object({
  kind: z.literal('AIServiceBackend'),
  metadata: objectMetadata,
  spec: z.object({
    schema: z.object({ name: z.string(), prefix: z.string().default('v1') }),
    backendRef: z.object({ name: z.string() }),
    headerMutation: z
      .object({ remove: z.array(z.string()).default([]) })
      .prefault({}),
  }),
});

/** aigateway.envoyproxy.io/v1beta1 AIServiceBackend with OpenAI's API. */
export type AiServiceBackend = z.infer<typeof aiServiceBackendSchema>;
