import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { modelTypeSchema } from '../publications/publicationConfig';

/** A KServe model that the caller's tenants own. */
export const modelSchema = z.object({
  name: z.string(),
  tenantId: tenantIdSchema,
  cluster: z.string(),
  kind: z.enum(['InferenceService', 'LLMInferenceService']),
  modelType: modelTypeSchema,
  modelTypeRule: z.string().describe('The rule that decided the type'),
  modelFormat: z.string().optional(),
  ready: z.boolean(),
  reason: z
    .string()
    .optional()
    .describe("KServe's reason and message when the model is not ready"),
  published: z.boolean(),
});
export type Model = z.infer<typeof modelSchema>;
