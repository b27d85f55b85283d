import {
  AccessDecision,
  accessRequestSchema,
  listAccessRequestsOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { PortalAnswer, PortalClient } from './PortalClient';

/** Asks to use tenant-a's model. */
export function askFor(
  caller: PortalClient,
  model: string,
  body: { tenantId?: string; reason?: string } = {},
): Promise<PortalAnswer> {
  return caller.send(
    'POST',
    `/models/${model}/publish/access-requests?tenant=tenant-a`,
    body,
  );
}

/** The request in an answer. */
export function requestIn({ body, text }: PortalAnswer) {
  const { success, data } = accessRequestSchema.safeParse(body);
  if (!success) {
    throw new Error(`The portal answered no request: ${text}`);
  }
  return data;
}

export function decide(
  caller: PortalClient,
  id: string,
  decision: AccessDecision,
): Promise<PortalAnswer> {
  return caller.send('POST', `/access-requests/${id}/decision`, decision);
}

/** About models that are still published; those of earlier tests stay for a day. */
export async function listRequests(
  caller: PortalClient,
  role: 'publisher' | 'requester',
) {
  const { body } = await caller.send(
    'GET',
    `/access-requests?role=${role}&limit=200`,
  );
  return listAccessRequestsOperation.response
    .parse(body)
    .items.filter(({ isPublished }) => isPublished);
}
