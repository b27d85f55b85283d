import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';

/** pending: nobody has decided yet. withdrawn: the tenant that asked does not want it any more. */
export const accessRequestStateSchema = z.enum([
  'pending',
  'approved',
  'declined',
  'withdrawn',
]);
export type AccessRequestState = z.infer<typeof accessRequestStateSchema>;

/**
 * How a caller sees requests: as owner of the tenants whose published models are asked for (admins: of all), or as owner
 * of the tenants that ask.
 */
export const accessRequestRoleSchema = z.enum(['publisher', 'requester']);
export type AccessRequestRole = z.infer<typeof accessRequestRoleSchema>;

const REASON_MAX_LENGTH = 500;

/** Why somebody asks or has decided so, in words for people. */
export const accessReasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(REASON_MAX_LENGTH)
  // PostgreSQL keeps no NUL, and nobody reads the others.
  .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, {
    message: 'must have no control characters',
  });

/** One tenant's request to use a model that another one has published. */
export const accessRequestSchema = z.object({
  id: z.uuid(),
  cluster: z.string(),
  modelName: z.string(),
  publisherTenantId: tenantIdSchema.describe(
    'The tenant that has published the model',
  ),
  tenantId: tenantIdSchema.describe('The tenant that wants to use it'),
  reason: z.string().nullable(),
  state: accessRequestStateSchema,
  requestedAt: z.iso.datetime(),
  requestedBy: z.string(),
  decidedAt: z.iso
    .datetime()
    .nullable()
    .describe('When it was approved, declined or withdrawn'),
  decidedBy: z.string().nullable().describe('Only for the publisher'),
  decisionReason: z.string().nullable(),
  isPublished: z
    .boolean()
    .describe(
      'Whether the publication is still there; if it is not, the request goes in a day',
    ),
});
export type AccessRequest = z.infer<typeof accessRequestSchema>;
