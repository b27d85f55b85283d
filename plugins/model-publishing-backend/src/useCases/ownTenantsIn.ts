import { Caller } from '../tenancy/Caller';
import { TenantAccess } from '../tenancy/TenantAccess';

/** The tenants of one cluster that a caller may act for. */
export function ownTenantsIn(
  { access }: { access: Pick<TenantAccess, 'ownedTenants'> },
  { principal }: Pick<Caller, 'principal'>,
  cluster: string,
): string[] {
  return access
    .ownedTenants(principal)
    .filter(tenant => tenant.cluster === cluster)
    .map(({ namespace }) => namespace);
}
