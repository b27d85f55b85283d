import { z } from 'zod';
import { modelDetailSchema, modelSchema } from '../models/model';
import { tenantIdSchema } from '../names/modelRef';
import { freshnessSchema } from '../publications/freshness';
import { modelTypeSchema } from '../publications/publicationConfig';
import { defineOperation } from './defineOperation';
import { sortOrderSchema } from './listPublicationsOperation';
import { flag, modelParams, publicationQuery } from './selectors';

/** What models can be sorted by; equal ones are ordered by name, tenant and cluster. */
export const modelSortSchema = z
  .enum(['name', 'tenant', 'type', 'ready'])
  .describe('ready, ascending: those that are not ready come first');
export type ModelSort = z.infer<typeof modelSortSchema>;

export const listModelsOperation = defineOperation({
  operationId: 'listModels',
  summary: "The models in the caller's tenants, published or not",
  method: 'get',
  path: '/models',
  query: z.strictObject({
    tenant: tenantIdSchema.optional(),
    cluster: z.string().min(1).max(253).optional(),
    name: z
      .string()
      .max(63)
      .optional()
      .describe('Only models of exactly this name'),
    type: modelTypeSchema.optional(),
    ready: flag.optional(),
    published: flag.optional(),
    q: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe(
        'Text in the name of model or tenant, or in the model format; case does not matter',
      ),
    sort: modelSortSchema.default('name'),
    order: sortOrderSchema.default('asc'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z
      .string()
      .max(2048)
      .optional()
      .describe('nextCursor of the page before, with the same sort and order'),
  }),
  response: z.object({
    items: z.array(modelSchema),
    totalItems: z.number().describe('On all pages'),
    nextCursor: z.string().optional(),
    freshness: freshnessSchema,
  }),
});
export type ModelList = z.infer<typeof listModelsOperation.response>;

export const getModelOperation = defineOperation({
  operationId: 'getModel',
  summary: "A model in the caller's tenants, published or not",
  method: 'get',
  path: '/models/:model',
  params: modelParams,
  query: publicationQuery.extend({
    tenant: tenantIdSchema
      .optional()
      .describe('Needed only when the name is ambiguous'),
  }),
  response: modelDetailSchema.extend({ freshness: freshnessSchema }),
});
export type FoundModel = z.infer<typeof getModelOperation.response>;
