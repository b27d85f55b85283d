import {
  AccessRequest,
  AccessRequestRole,
} from '@inference-portal/plugin-model-publishing-common';
import { StoredAccessRequest } from './AccessRequestStore';

/** A request as its publisher or those who have asked may see it. Pure. */
export function accessRequestView(
  request: StoredAccessRequest,
  { role, isPublished }: { role: AccessRequestRole; isPublished: boolean },
): AccessRequest {
  return {
    id: request.id,
    cluster: request.cluster,
    modelName: request.model,
    publisherTenantId: request.publisherTenant,
    tenantId: request.tenant,
    reason: request.reason ?? null,
    state: request.state,
    requestedAt: request.requestedAt.toISOString(),
    requestedBy: request.requestedBy,
    decidedAt: request.decidedAt?.toISOString() ?? null,
    decidedBy: role === 'publisher' ? request.decidedBy ?? null : null,
    decisionReason: request.decisionReason ?? null,
    isPublished,
  };
}
