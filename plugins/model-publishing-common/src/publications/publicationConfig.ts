import { z } from 'zod';
import { rateLimitingSchema } from '../limits/rateLimiting';
import { tenantIdSchema } from '../names/modelRef';
import { externalPathSchema } from './externalPath';
import { hostnameSchema } from './hostname';

export const modelTypeSchema = z.enum(['traditional', 'openai']);
export type ModelType = z.infer<typeof modelTypeSchema>;

export const visibilitySchema = z.enum(['private', 'consumers', 'portal']);
export type Visibility = z.infer<typeof visibilitySchema>;

/** How many tenants may use one publication. */
export const MAX_ALLOWED_TENANTS = 100;

const METADATA_MAX_ENTRIES = 32;
const metadataSchema = z
  .record(z.string().min(1).max(63), z.string().max(1024))
  .refine(entries => Object.keys(entries).length <= METADATA_MAX_ENTRIES, {
    message: `must have at most ${METADATA_MAX_ENTRIES} entries`,
  });

/** What a caller asks for: the `config` of the publishing guide. Only the tenant is needed. */
export const publicationConfigSchema = z.strictObject({
  tenantId: tenantIdSchema,
  modelType: modelTypeSchema.optional(),
  publicHostname: hostnameSchema.optional(),
  externalPath: externalPathSchema.optional(),
  rateLimiting: rateLimitingSchema.optional(),
  authentication: z
    .strictObject({
      requireApiKey: z.boolean().optional(),
      allowedTenants: z
        .array(tenantIdSchema)
        .min(1)
        .max(MAX_ALLOWED_TENANTS)
        .optional(),
    })
    .optional(),
  metadata: metadataSchema.optional(),
  gateway: z.string().min(1).max(63).optional(),
  cluster: z.string().min(1).max(253).optional(),
  visibility: visibilitySchema.optional(),
});
export type PublicationConfig = z.infer<typeof publicationConfigSchema>;

/** A publication's configuration with every default filled in: what the gateway is made to do. */
export const acceptedConfigurationSchema = z.strictObject({
  modelType: modelTypeSchema,
  publicHostname: hostnameSchema,
  externalPath: externalPathSchema,
  rateLimiting: rateLimitingSchema,
  authentication: z.strictObject({
    requireApiKey: z.boolean(),
    allowedTenants: z.array(tenantIdSchema),
  }),
  metadata: metadataSchema,
  visibility: visibilitySchema,
});
export type AcceptedConfiguration = z.infer<typeof acceptedConfigurationSchema>;
