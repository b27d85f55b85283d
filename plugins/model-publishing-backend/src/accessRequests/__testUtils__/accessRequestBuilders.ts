import { NewAccessRequest } from '../AccessRequestStore';

/** tenant-b asks for tenant-a's iris. */
export function aWantedAccess(
  overrides: Partial<NewAccessRequest> = {},
): NewAccessRequest {
  return {
    cluster: 'one',
    publicationId: 'f'.repeat(32),
    publicationUid: '6c84fb90-12c4-11e1-840d-7b25c5ee775a',
    publisherTenant: 'tenant-a',
    model: 'iris',
    tenant: 'tenant-b',
    reason: 'for a forecast',
    requestedBy: 'user:default/bob',
    ...overrides,
  };
}
