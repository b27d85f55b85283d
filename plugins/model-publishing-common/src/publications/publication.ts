import { z } from 'zod';
import { effectiveSchema, keyAnswerSchema } from '../keys/apiKey';
import { tenantIdSchema } from '../names/modelRef';
import { usageSummarySchema } from '../usage/usageSummary';
import { freshnessSchema } from './freshness';
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

/**
 * How a caller sees a publication. publisher: owns the publishing tenant, or is an administrator. consumer: owns a
 * tenant that may use it. viewer: it is visible to the whole portal.
 */
export const publicationAccessSchema = z.enum([
  'publisher',
  'consumer',
  'viewer',
]);
export type PublicationAccess = z.infer<typeof publicationAccessSchema>;

/** How a client of OpenAI's protocol is set up for a published model. */
export const openaiEndpointSchema = z.object({
  baseUrl: z
    .string()
    .describe('Base URL for clients, such as https://models.example.org/v1'),
  model: z.string().describe('What requests give as "model"'),
});
export type OpenaiEndpoint = z.infer<typeof openaiEndpointSchema>;

/** A published model. Holds no key. Consumers and viewers see of `allowedTenants` their own tenants only. */
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
  openai: openaiEndpointSchema
    .optional()
    .describe('Only of OpenAI-compatible models'),
  access: publicationAccessSchema,
  etag: z
    .string()
    .describe('Of the configuration; for If-Match when it is updated'),
  phase: phaseSchema,
  conditions: z
    .array(publicationConditionSchema)
    .describe('Only for the publisher'),
  warnings: z.array(warningSchema),
  retiringAddresses: z
    .array(z.object({ externalUrl: z.string(), endsAt: z.string().nullable() }))
    .describe(
      'Former addresses that still answer; endsAt is null until the new one does',
    ),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  createdBy: z.string().nullable().describe('Only for the publisher'),
});
export type Publication = z.infer<typeof publicationSchema>;

/** One publication with what the caller may know of its own primary key. */
export const publicationDetailSchema = publicationSchema.extend(
  keyAnswerSchema.shape,
);
export type PublicationDetail = z.infer<typeof publicationDetailSchema>;

/** Answer to a read of one publication. */
export const readPublicationSchema = publicationDetailSchema.extend({
  freshness: freshnessSchema,
  usage: usageSummarySchema
    .optional()
    .describe(
      'Absent where the permission policy does not let the caller see it',
    ),
});
export type ReadPublication = z.infer<typeof readPublicationSchema>;

const modelTypeRuleSchema = z
  .string()
  .optional()
  .describe('What has decided the type; absent when a request is repeated');

/** Answer to a publish: the publication with its first key. */
export const publishedSchema = publicationDetailSchema.extend({
  modelTypeRule: modelTypeRuleSchema,
  effective: effectiveSchema,
});
export type Published = z.infer<typeof publishedSchema>;

/** Answer to an update. */
export const updatedSchema = publicationSchema.extend({
  effective: effectiveSchema,
});
export type Updated = z.infer<typeof updatedSchema>;

/** Answer to a dry run: what would be, with the objects as the API server has validated them. Nothing was changed. */
export const plannedSchema = z.object({
  dryRun: z.literal(true),
  modelTypeRule: modelTypeRuleSchema,
  publication: publicationSchema.omit({ phase: true, conditions: true }),
  warnings: z.array(warningSchema),
  manifests: z.array(z.record(z.string(), z.unknown())),
});
export type Planned = z.infer<typeof plannedSchema>;

/** Answer to an unpublish. */
export const unpublishedSchema = z.object({
  modelName: z.string(),
  tenantId: tenantIdSchema
    .nullable()
    .describe('Null when a repeated request does not name it'),
  phase: z.enum(['Unpublished', 'Unpublishing']),
});
export type Unpublished = z.infer<typeof unpublishedSchema>;
