import {
  createAccessRequestOperation,
  decideAccessRequestOperation,
  listAccessRequestsOperation,
  publicationReadPermission,
  publicationUpdatePermission,
  withdrawAccessRequestOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const createAccessRequestRoute = route({
  operation: createAccessRequestOperation,
  permission: publicationReadPermission,
  audit: { eventId: 'access-request-create', severityLevel: 'low' },
  handler: async ({ caller, params, query, body, useCases }) => {
    const { request, isNew } = await useCases.requestAccess(
      caller,
      { ...params, ...query },
      body,
    );
    return {
      body: request,
      ...(!isNew && { status: 200, auditMeta: { repeated: true } }),
    };
  },
});

export const listAccessRequestsRoute = route({
  operation: listAccessRequestsOperation,
  permission: publicationReadPermission,
  handler: async ({ caller, query, useCases }) => ({
    body: await useCases.listAccessRequests(caller, query),
  }),
});

export const decideAccessRequestRoute = route({
  operation: decideAccessRequestOperation,
  permission: publicationUpdatePermission,
  audit: { eventId: 'access-request-decide', severityLevel: 'medium' },
  handler: async ({ caller, params, body, useCases }) => ({
    body: await useCases.decideAccessRequest(caller, params.requestId, body),
    auditMeta: { decision: body.decision },
  }),
});

export const withdrawAccessRequestRoute = route({
  operation: withdrawAccessRequestOperation,
  permission: publicationReadPermission,
  audit: { eventId: 'access-request-withdraw', severityLevel: 'low' },
  handler: async ({ caller, params, useCases }) => ({
    body: await useCases.withdrawAccessRequest(caller, params.requestId),
  }),
});
