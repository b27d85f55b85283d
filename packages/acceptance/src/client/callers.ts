import { PortalClient } from './PortalClient';

/** Who calls in these tests; their tokens are in app-config.identities.yaml. */
export const tenantA = new PortalClient('dev-tenant-a-token');
export const tenantB = new PortalClient('dev-tenant-b-token');
export const tenantC = new PortalClient('dev-tenant-c-token');
export const admin = new PortalClient('dev-admin-token');
export const nobody = new PortalClient();
