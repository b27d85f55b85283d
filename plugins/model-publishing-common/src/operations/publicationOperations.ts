import { z } from 'zod';
import {
  plannedSchema,
  publishedSchema,
  readPublicationSchema,
  unpublishedSchema,
  updatedSchema,
} from '../publications/publication';
import { publicationConfigSchema } from '../publications/publicationConfig';
import { publicationPatchSchema } from '../publications/publicationPatch';
import { defineOperation } from './defineOperation';
import {
  flag,
  modelParams,
  PUBLICATION_PATH,
  publicationQuery,
} from './selectors';

const dryRun = flag
  .default(false)
  .describe('Check and render only; the API server validates the objects');

export const publishOperation = defineOperation({
  operationId: 'publishModel',
  summary: 'Publish a model: public address, first API key, limits',
  method: 'post',
  path: PUBLICATION_PATH,
  params: modelParams,
  query: z.strictObject({ dryRun }),
  body: z.strictObject({ config: publicationConfigSchema }),
  response: z.union([publishedSchema, plannedSchema]),
  successStatus: 201,
  idempotent: true,
});

export const updateOperation = defineOperation({
  operationId: 'updatePublishedModel',
  summary: 'Change limits, address or access of a published model',
  method: 'put',
  path: PUBLICATION_PATH,
  params: modelParams,
  query: publicationQuery.extend({ dryRun }),
  headers: z.object({
    'if-match': z
      .string()
      .max(200)
      .optional()
      .describe('ETag of the configuration that the change is meant for'),
  }),
  body: z.strictObject({ config: publicationPatchSchema }),
  response: z.union([updatedSchema, plannedSchema]),
});

export const getPublicationOperation = defineOperation({
  operationId: 'getPublishedModel',
  summary: 'One published model with its conditions',
  method: 'get',
  path: PUBLICATION_PATH,
  params: modelParams,
  query: publicationQuery.extend({
    reveal: flag
      .default(true)
      .describe(
        "false leaves the API key out. Otherwise owners of a key get their tenant's primary one where the platform allows it, which is audited",
      ),
  }),
  response: readPublicationSchema,
});

export const getManifestsOperation = defineOperation({
  operationId: 'getManifests',
  summary: 'The Kubernetes objects of a published model, without secrets',
  method: 'get',
  path: `${PUBLICATION_PATH}/manifests`,
  params: modelParams,
  query: publicationQuery,
  response: z.string(),
  media: ['application/yaml'],
});

export const unpublishOperation = defineOperation({
  operationId: 'unpublishModel',
  summary:
    'Take a model off the gateway and remove everything that was made for it',
  method: 'delete',
  path: PUBLICATION_PATH,
  params: modelParams,
  query: publicationQuery,
  response: unpublishedSchema,
  mayTakeLonger: true,
  idempotent: true,
});
