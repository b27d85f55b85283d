import {
  modelNameSchema,
  openaiEndpointSchema,
  publicationConfigSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** Input of the action: a model, and the fields that the publishing guide calls `config`. */
export const publishInputSchema = z.strictObject({
  model: modelNameSchema.describe(
    'Name of the InferenceService or LLMInferenceService',
  ),
  ...publicationConfigSchema.shape,
});
export type PublishInput = z.infer<typeof publishInputSchema>;

/** Output of the action. Task outputs are stored and shown, so there is no key among them. */
export const publishOutputSchema = z.strictObject({
  publicationId: z.string(),
  keyId: z
    .string()
    .optional()
    .describe(
      "Public id of the tenant's primary key; none in a dry run and of public models",
    ),
  keyHint: z
    .string()
    .optional()
    .describe('Beginning of that key, as the portal shows it'),
  externalUrl: z.string().describe('Where the model answers'),
  baseUrl: openaiEndpointSchema.shape.baseUrl.optional(),
  model: openaiEndpointSchema.shape.model.optional(),
  portalUrl: z
    .string()
    .describe('Where the owner may reveal or rotate the key'),
});
export type PublishOutput = z.infer<typeof publishOutputSchema>;
