import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { publicationSchema } from '../publications/publication';
import { defineOperation } from './defineOperation';

export const listPublicationsOperation = defineOperation({
  operationId: 'listPublishedModels',
  summary: 'The published models that the caller may see',
  method: 'get',
  path: '/published-models',
  query: z.strictObject({
    tenant: tenantIdSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(512).optional(),
  }),
  response: z.object({
    items: z.array(publicationSchema),
    totalItems: z.number(),
    nextCursor: z.string().optional(),
  }),
});
