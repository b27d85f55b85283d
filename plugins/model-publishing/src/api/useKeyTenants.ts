import { KnownPublication } from './usePublication';
import { useTenants } from './useTenants';

/** The user's tenants that may have keys of a publication; undefined while that is not known. */
export function useKeyTenants({
  cluster,
  authentication,
}: Pick<KnownPublication, 'cluster' | 'authentication'>): string[] | undefined {
  const { data } = useTenants();
  return data?.items
    .filter(
      tenant =>
        tenant.cluster === cluster &&
        authentication.allowedTenants?.includes(tenant.tenantId),
    )
    .map(({ tenantId }) => tenantId);
}
