import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { listedPublicationSchema } from '../publications/listedPublication';
import { modelTypeSchema } from '../publications/publicationConfig';

/** A KServe model that the caller's tenants own. */
export const modelSchema = z.object({
  name: z.string(),
  tenantId: tenantIdSchema,
  cluster: z.string(),
  kind: z.enum(['InferenceService', 'LLMInferenceService']),
  modelType: modelTypeSchema,
  modelTypeRule: z.string().describe('The rule that decided the type'),
  openaiPrefix: z
    .enum(['v1', 'openai/v1'])
    .optional()
    .describe("What its server's paths begin with, if OpenAI-compatible"),
  modelFormat: z.string().optional(),
  ready: z.boolean(),
  reason: z
    .string()
    .optional()
    .describe("KServe's reason and message when the model is not ready"),
  problem: z
    .object({ reason: z.string(), message: z.string() })
    .optional()
    .describe('Why no requests may be sent to it, whether it is ready or not'),
  published: z.boolean(),
});
export type Model = z.infer<typeof modelSchema>;

/** A model with what is known of how it is served and published. */
export const modelDetailSchema = modelSchema.extend({
  deploymentMode: z
    .enum(['Standard', 'Knative'])
    .optional()
    .describe(
      "KServe's; absent for LLMInferenceServices, and when it is one that cannot be published",
    ),
  protocol: z
    .enum(['v1', 'v2'])
    .optional()
    .describe(
      'Of its inference; absent for LLMInferenceServices, and when it is not spoken over HTTP',
    ),
  entryPoint: z
    .enum(['predictor', 'transformer'])
    .optional()
    .describe('The component of an InferenceService that requests reach first'),
  servedName: z.string().describe('Its name in the model server'),
  runtime: z
    .string()
    .optional()
    .describe('The ServingRuntime or ClusterServingRuntime'),
  publication: listedPublicationSchema
    .optional()
    .describe('Present when it is published and the caller may read that'),
});
export type ModelDetail = z.infer<typeof modelDetailSchema>;
