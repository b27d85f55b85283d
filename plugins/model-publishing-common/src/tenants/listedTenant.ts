import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';

/** A tenant as its owners and the admins see it. */
export const listedTenantSchema = z.object({
  tenantId: tenantIdSchema,
  cluster: z.string(),
  owners: z.array(z.string()).describe('Refs of Groups and Users'),
  source: z
    .enum(['config', 'group', 'published'])
    .describe(
      'What makes it a tenant: the configuration, an annotation of Groups, or only that models of it are still published',
    ),
  mayPublish: z
    .boolean()
    .describe("Whether there is a gateway in the tenant's cluster"),
  ownerless: z
    .boolean()
    .optional()
    .describe(
      'Whether none of the owners is in the catalog any more; told to admins only',
    ),
});
export type ListedTenant = z.infer<typeof listedTenantSchema>;
