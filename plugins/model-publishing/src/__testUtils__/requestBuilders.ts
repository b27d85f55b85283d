import {
  AccessRequest,
  AccessRequestList,
} from '@inference-portal/plugin-model-publishing-common';

/** tenant-b's open request for tenant-a's published model "iris". */
export function anAccessRequest(
  overrides: Partial<AccessRequest> = {},
): AccessRequest {
  return {
    id: '6c84fb90-12c4-41e1-840d-7b25c5ee775a',
    cluster: 'sandbox',
    modelName: 'iris',
    publisherTenantId: 'tenant-a',
    tenantId: 'tenant-b',
    reason: 'for a forecast',
    state: 'pending',
    requestedAt: '2026-01-02T03:04:05.000Z',
    requestedBy: 'user:default/bob',
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    isPublished: true,
    ...overrides,
  };
}

/** A page with all of these requests. */
export function anAccessRequestList(
  ...items: AccessRequest[]
): AccessRequestList {
  return { items, totalItems: items.length };
}
