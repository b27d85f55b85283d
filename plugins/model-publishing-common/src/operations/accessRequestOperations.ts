import { z } from 'zod';
import {
  accessReasonSchema,
  accessRequestRoleSchema,
  accessRequestSchema,
  accessRequestStateSchema,
} from '../access/accessRequest';
import { modelNameSchema, tenantIdSchema } from '../names/modelRef';
import { defineOperation } from './defineOperation';
import { modelParams, PUBLICATION_PATH, publicationQuery } from './selectors';

const REQUESTS_PATH = '/access-requests';
const requestParams = z.strictObject({ requestId: z.uuid() });

export const createAccessRequestOperation = defineOperation({
  operationId: 'createAccessRequest',
  summary:
    'Ask to use a published model; as long as nobody has decided, the same request is answered again',
  method: 'post',
  path: `${PUBLICATION_PATH}/access-requests`,
  params: modelParams,
  query: publicationQuery,
  body: z.strictObject({
    tenantId: tenantIdSchema
      .optional()
      .describe(
        'The tenant that is to use it; needed only when the caller owns several that come into question',
      ),
    reason: accessReasonSchema.optional(),
  }),
  response: accessRequestSchema,
  successStatus: 201,
});

export const listAccessRequestsOperation = defineOperation({
  operationId: 'listAccessRequests',
  summary: 'Requests for access, the newest first',
  method: 'get',
  path: REQUESTS_PATH,
  query: z.strictObject({
    role: accessRequestRoleSchema.describe(
      "publisher: about models of the caller's tenants, of all for admins. requester: of the caller's tenants",
    ),
    state: accessRequestStateSchema.optional(),
    model: modelNameSchema.optional(),
    tenant: tenantIdSchema.optional().describe('The publishing tenant'),
    cluster: z.string().min(1).max(253).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(512).optional(),
  }),
  response: z.object({
    items: z.array(accessRequestSchema),
    totalItems: z.number().describe('On all pages'),
    nextCursor: z.string().optional(),
  }),
});
export type AccessRequestList = z.infer<
  typeof listAccessRequestsOperation.response
>;

export const decideAccessRequestOperation = defineOperation({
  operationId: 'decideAccessRequest',
  summary: 'Approve or decline a request for access',
  method: 'post',
  path: `${REQUESTS_PATH}/:requestId/decision`,
  params: requestParams,
  body: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('approve'),
      reason: accessReasonSchema.optional(),
    }),
    z.strictObject({
      decision: z.literal('decline'),
      reason: accessReasonSchema.describe('Told to those who have asked'),
    }),
  ]),
  response: accessRequestSchema,
});
export type AccessDecision = z.infer<typeof decideAccessRequestOperation.body>;

export const withdrawAccessRequestOperation = defineOperation({
  operationId: 'withdrawAccessRequest',
  summary: 'Take a request for access back',
  method: 'delete',
  path: `${REQUESTS_PATH}/:requestId`,
  params: requestParams,
  response: accessRequestSchema,
});
