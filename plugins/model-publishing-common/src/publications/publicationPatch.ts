import { z } from 'zod';
import { LIMIT_NAMES, rateLimitingSchema } from '../limits/rateLimiting';
import { publicationConfigSchema } from './publicationConfig';

const { shape } = publicationConfigSchema;
const authenticationShape = shape.authentication.unwrap().shape;

/** Each field may be null, which returns it to its default. */
const rateLimitingPatchSchema = z.strictObject(
  Object.fromEntries(
    LIMIT_NAMES.map(name => [name, rateLimitingSchema.shape[name].nullable()]),
  ) as {
    [Name in (typeof LIMIT_NAMES)[number]]: z.ZodNullable<
      (typeof rateLimitingSchema.shape)[Name]
    >;
  },
);

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
