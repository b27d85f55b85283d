import { PublicationAccess } from '@inference-portal/plugin-model-publishing-common';
import { PublicationState } from '../state/PublicationState';
import { Principal } from '../tenancy/Principal';
import { publicationAccessOf } from '../tenancy/publicationAccess';
import { keyOfTenant } from '../tenancy/Tenant';
import { TenantAccess } from '../tenancy/TenantAccess';

/** What tenancy lets a caller see. Callers with the same key see the same. */
export interface CallerScope {
  key: string;
  accessOf(state: PublicationState): PublicationAccess | undefined;
}

/** What a caller may see at this moment, which stays as it is when tenants change. */
export function callerScope(
  principal: Principal,
  access: Pick<TenantAccess, 'isAdmin' | 'ownedTenants'>,
): CallerScope {
  if (access.isAdmin(principal)) {
    return { key: 'admin', accessOf: () => 'publisher' };
  }
  const owned = access.ownedTenants(principal);
  const frozen = { isAdmin: () => false, ownedTenants: () => owned };
  return {
    key: JSON.stringify([principal.kind, owned.map(keyOfTenant).sort()]),
    accessOf: state => publicationAccessOf(principal, state, frozen),
  };
}
