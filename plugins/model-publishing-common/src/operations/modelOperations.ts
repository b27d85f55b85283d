import { z } from 'zod';
import { modelSchema } from '../models/model';
import { tenantIdSchema } from '../names/modelRef';
import { defineOperation } from './defineOperation';

export const listModelsOperation = defineOperation({
  operationId: 'listModels',
  summary: "The models in the caller's tenants, published or not",
  method: 'get',
  path: '/models',
  query: z.strictObject({
    tenant: tenantIdSchema.optional(),
    name: z
      .string()
      .max(63)
      .optional()
      .describe('Only models of exactly this name'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(512).optional(),
  }),
  response: z.object({
    items: z.array(modelSchema),
    totalItems: z.number(),
    nextCursor: z.string().optional(),
  }),
});
