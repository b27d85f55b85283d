import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { publishingOptionsSchema } from '../publishing/publishingOptions';
import { defineOperation } from './defineOperation';

export const getPublishingOptionsOperation = defineOperation({
  operationId: 'getPublishingOptions',
  summary: 'What may be asked for when publishing: hostnames, limits, keys',
  method: 'get',
  path: '/publishing-options',
  query: z.strictObject({
    tenant: tenantIdSchema
      .optional()
      .describe(
        "One of the caller's tenants; without it, the answer names no gateways",
      ),
    cluster: z.string().min(1).max(253).optional(),
  }),
  response: publishingOptionsSchema,
});
