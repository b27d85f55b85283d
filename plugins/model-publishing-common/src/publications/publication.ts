import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { acceptedConfigurationSchema } from './publicationConfig';

export const phaseSchema = z.enum([
  'Pending',
  'Published',
  'Degraded',
  'Unpublishing',
  'Rejected',
]);
export type Phase = z.infer<typeof phaseSchema>;

export const conditionTypeSchema = z.enum([
  'ModelReady',
  'RouteAccepted',
  'KeysEnforced',
  'LimitsEnforced',
  'Reachable',
]);
export type ConditionType = z.infer<typeof conditionTypeSchema>;

/** One fact about a publication. Unknown means nobody has said so yet; it is never good. */
export const publicationConditionSchema = z.object({
  type: conditionTypeSchema,
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string(),
  message: z.string(),
  advice: z.string().optional(),
});
export type PublicationCondition = z.infer<typeof publicationConditionSchema>;

/** Something that was accepted but has no effect. */
export const warningSchema = z.object({
  field: z.string(),
  message: z.string(),
});
export type Warning = z.infer<typeof warningSchema>;

/** A published model, as its owners see it. Holds no key. */
export const publicationSchema = z.object({
  id: z.string().describe('Publication id: 32 hexadecimal characters'),
  modelName: z.string(),
  tenantId: tenantIdSchema,
  cluster: z.string(),
  gateway: z.string(),
  ...acceptedConfigurationSchema.shape,
  externalUrl: z
    .string()
    .describe(
      'Scheme, host, port and path; a traditional model answers below it at /predict',
    ),
  phase: phaseSchema,
  conditions: z.array(publicationConditionSchema),
  warnings: z.array(warningSchema),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Publication = z.infer<typeof publicationSchema>;

/** Why an answer holds no key, or which one it holds. */
export const apiKeyReasonSchema = z.enum(['issued', 'not-revealed', 'no-key']);

/** The key part of an answer. `apiKey` is the secret itself and present only where it was just issued. */
export const keyAnswerSchema = z.object({
  apiKey: z.string().nullable(),
  apiKeyId: z.string().nullable(),
  apiKeyHint: z.string().nullable(),
  apiKeyReason: apiKeyReasonSchema,
});

/** Whether the gateway was seen to answer as this response says, or is still to take it in. */
export const effectiveSchema = z.enum(['now', 'pending']);

/** One publication with what the caller may know of its own primary key. */
export const publicationDetailSchema = publicationSchema.extend(
  keyAnswerSchema.shape,
);
export type PublicationDetail = z.infer<typeof publicationDetailSchema>;

/** Answer to a publish: the publication with its first key. */
export const publishedSchema = publicationDetailSchema.extend({
  effective: effectiveSchema,
});
export type Published = z.infer<typeof publishedSchema>;

/** Answer to a rotation. */
export const rotatedKeySchema = keyAnswerSchema.extend({
  modelName: z.string(),
  tenantId: tenantIdSchema,
  previousKeyId: z.string().nullable(),
  effective: effectiveSchema,
});
export type RotatedKey = z.infer<typeof rotatedKeySchema>;

/** Answer to an unpublish. */
export const unpublishedSchema = z.object({
  modelName: z.string(),
  tenantId: tenantIdSchema,
  phase: z.enum(['Unpublished', 'Unpublishing']),
});
export type Unpublished = z.infer<typeof unpublishedSchema>;
