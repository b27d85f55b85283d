import { z } from 'zod';
import { testEndpointSchema } from '../console/testEndpoint';
import { testEventSchema } from '../console/testEvent';
import { tenantIdSchema } from '../names/modelRef';
import { defineOperation } from './defineOperation';
import { modelParams, PUBLICATION_PATH, publicationQuery } from './selectors';

export const sendTestRequestOperation = defineOperation({
  operationId: 'sendTestRequest',
  summary:
    'Ask a published model through its gateway, with a short-lived key that nobody sees',
  method: 'post',
  path: `${PUBLICATION_PATH}/test-requests`,
  params: modelParams,
  query: publicationQuery,
  body: z.strictObject({
    endpoint: testEndpointSchema.describe(
      'predict, explain, infer and metadata of traditional models; the others of OpenAI-compatible ones',
    ),
    keyTenant: tenantIdSchema
      .optional()
      .describe(
        'For which tenant it counts; needed only when the caller owns several of those that may use the model',
      ),
    body: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'What the model is sent, except by metadata and model; "model" in it is set to the published name',
      ),
  }),
  response: testEventSchema,
  media: ['application/x-ndjson'],
  bodyLimit: '1mb',
  throttled: true,
});
