import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { freshnessSchema } from '../publications/freshness';
import { listedPublicationSchema } from '../publications/listedPublication';
import {
  phaseSchema,
  publicationAccessSchema,
} from '../publications/publication';
import {
  modelTypeSchema,
  visibilitySchema,
} from '../publications/publicationConfig';
import { defineOperation } from './defineOperation';

/** What published models can be sorted by; equal ones are ordered by model, tenant and cluster. */
export const publicationSortSchema = z.enum([
  'model',
  'tenant',
  'type',
  'phase',
  'createdAt',
  'updatedAt',
]);
export type PublicationSort = z.infer<typeof publicationSortSchema>;

export const sortOrderSchema = z.enum(['asc', 'desc']);
export type SortOrder = z.infer<typeof sortOrderSchema>;

const name = z.string().min(1).max(253);

export const listPublicationsOperation = defineOperation({
  operationId: 'listPublishedModels',
  summary: 'The published models that the caller may see',
  method: 'get',
  path: '/published-models',
  query: z.strictObject({
    tenant: tenantIdSchema.optional().describe('The publishing tenant'),
    cluster: name.optional(),
    gateway: name.optional(),
    type: modelTypeSchema.optional(),
    phase: phaseSchema.optional(),
    visibility: visibilitySchema.optional(),
    access: publicationAccessSchema
      .optional()
      .describe('Only those that the caller sees in this role'),
    q: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe(
        'Text in the name of model or tenant, the hostname or the path; case does not matter',
      ),
    sort: publicationSortSchema.default('model'),
    order: sortOrderSchema.default('asc'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z
      .string()
      .max(2048)
      .optional()
      .describe('nextCursor of the page before, with the same sort and order'),
  }),
  response: z.object({
    items: z.array(listedPublicationSchema),
    totalItems: z.number().describe('On all pages'),
    nextCursor: z.string().optional(),
    freshness: freshnessSchema,
  }),
});
export type PublicationList = z.infer<
  typeof listPublicationsOperation.response
>;
