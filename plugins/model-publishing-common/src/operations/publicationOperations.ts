import { z } from 'zod';
import { modelNameSchema, tenantIdSchema } from '../names/modelRef';
import {
  publicationDetailSchema,
  publicationSchema,
  publishedSchema,
  rotatedKeySchema,
  unpublishedSchema,
} from '../publications/publication';
import { publicationConfigSchema } from '../publications/publicationConfig';
import { defineOperation } from './defineOperation';

const modelParams = z.strictObject({ model: modelNameSchema });
const tenantQuery = z.strictObject({
  tenant: tenantIdSchema
    .optional()
    .describe('Needed only when several tenants of the caller have this model'),
});
const PATH = '/models/:model/publish';

export const publishOperation = defineOperation({
  operationId: 'publishModel',
  summary: 'Publish a model: public address, first API key, limits',
  method: 'post',
  path: PATH,
  params: modelParams,
  body: z.strictObject({ config: publicationConfigSchema }),
  response: publishedSchema,
  successStatus: 201,
});

export const getPublicationOperation = defineOperation({
  operationId: 'getPublishedModel',
  summary: 'One published model with its conditions',
  method: 'get',
  path: PATH,
  params: modelParams,
  query: tenantQuery,
  response: publicationDetailSchema,
});

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

export const unpublishOperation = defineOperation({
  operationId: 'unpublishModel',
  summary:
    'Take a model off the gateway and remove everything that was made for it',
  method: 'delete',
  path: PATH,
  params: modelParams,
  query: tenantQuery,
  response: unpublishedSchema,
  mayTakeLonger: true,
});

export const rotateKeyOperation = defineOperation({
  operationId: 'rotateKey',
  summary: "Replace the caller tenant's API key",
  method: 'post',
  path: `${PATH}/rotate-key`,
  params: modelParams,
  query: tenantQuery,
  body: z.strictObject({
    grace: z
      .enum(['now'])
      .default('now')
      .describe('How long the previous key goes on working'),
  }),
  response: rotatedKeySchema,
});
