import { z } from 'zod';
import { objectMetadata } from './metadata';

export const secretSchema = z.object({
  kind: z.literal('Secret'),
  metadata: objectMetadata,
  data: z.record(z.string(), z.string()).default({}),
});

/** v1 Secret; the values of `data` are base64. */
export type Secret = z.infer<typeof secretSchema>;
