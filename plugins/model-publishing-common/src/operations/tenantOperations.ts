import { z } from 'zod';
import { listedTenantSchema } from '../tenants/listedTenant';
import { defineOperation } from './defineOperation';

export const listTenantsOperation = defineOperation({
  operationId: 'listTenants',
  summary: 'The tenants that the caller may act for; all of them for admins',
  method: 'get',
  path: '/tenants',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(512).optional(),
  }),
  response: z.object({
    items: z.array(listedTenantSchema),
    totalItems: z.number(),
    nextCursor: z.string().optional(),
  }),
});
