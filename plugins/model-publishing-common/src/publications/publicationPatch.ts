import { z } from 'zod';
import { LIMIT_NAMES, LimitName, limitsSchema } from '../limits/rateLimiting';
import { withoutPrototypeKey } from '../limits/withoutPrototypeKey';
import { tenantIdSchema } from '../names/modelRef';
import { publicationConfigSchema } from './publicationConfig';

const { shape } = publicationConfigSchema;
const authenticationShape = shape.authentication.unwrap().shape;

/** Each field may be null, which returns it to its default. */
const limitsPatchSchema = z.strictObject(
  Object.fromEntries(
    LIMIT_NAMES.map(name => [name, limitsSchema.shape[name].nullable()]),
  ) as {
    [Name in LimitName]: z.ZodNullable<(typeof limitsSchema.shape)[Name]>;
  },
);

/** Tenants that are not named keep their limits; null takes those of a tenant out. */
const rateLimitingPatchSchema = limitsPatchSchema.extend({
  perTenant: withoutPrototypeKey(
    z.record(tenantIdSchema, limitsPatchSchema.nullable()),
  )
    .nullable()
    .optional(),
});

/**
 * What an update changes (JSON merge patch, RFC 7396): fields that are left out stay, null returns a field to its
 * default. `tenantId` and `cluster` only select the publication; `modelType` and `gateway` must be what they are.
 */
export const publicationPatchSchema = z.strictObject({
  tenantId: shape.tenantId.optional(),
  cluster: shape.cluster,
  modelType: shape.modelType,
  gateway: shape.gateway,
  publicHostname: shape.publicHostname.nullable(),
  externalPath: shape.externalPath.nullable(),
  rateLimiting: rateLimitingPatchSchema.nullable().optional(),
  authentication: z
    .strictObject({
      requireApiKey: authenticationShape.requireApiKey.nullable(),
      allowedTenants: authenticationShape.allowedTenants.nullable(),
    })
    .nullable()
    .optional(),
  metadata: z
    .record(z.string().min(1).max(63), z.string().max(1024).nullable())
    .nullable()
    .optional(),
  visibility: shape.visibility.nullable(),
});
export type PublicationPatch = z.infer<typeof publicationPatchSchema>;
