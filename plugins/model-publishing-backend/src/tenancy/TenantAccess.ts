import { NotFoundError } from '@backstage/errors';
import { Principal } from './Principal';
import { Tenant, TenantPlace } from './Tenant';
import { TenantRegistry } from './TenantRegistry';

/**
 * The decision about tenants: principal, tenants and admins in, answer out.
 * Whatever depends on tenants throws a ServiceUnavailableError while these cannot be known.
 */
export interface TenantAccess {
  isAdmin(principal: Principal): boolean;
  /** The tenants that a principal may act for; all of them for admins. */
  ownedTenants(principal: Principal): Tenant[];
  /**
   * The tenant that a principal means; without a cluster, the first one known.
   *
   * @throws NotFoundError with the same words for a missing and for a foreign tenant
   */
  requireTenant(
    principal: Principal,
    tenantId: string,
    cluster?: string,
  ): Tenant;
  /** Whether a principal acts for a tenant as an admin only, without owning it. For the audit log. */
  actsAsAdmin(principal: Principal, tenant: TenantPlace): boolean;
  /**
   * Refs of those who own a tenant; nobody when nothing names it.
   *
   * @throws ServiceUnavailableError while owners cannot be known
   */
  ownersOf(tenant: TenantPlace): string[];
  /** All tenants as last known, whoever asks: to check names, not to decide about access. */
  knownTenants(): Tenant[];
}

export function createTenantAccess(options: {
  registry: Pick<TenantRegistry, 'known' | 'current'>;
  /** Refs of Groups and Users. */
  admins: string[];
}): TenantAccess {
  const { registry, admins } = options;
  const hasAny = (principal: Principal, owners: string[]) =>
    owners.some(owner => principal.claims.includes(owner));
  const isAdmin = (principal: Principal) => hasAny(principal, admins);
  // Lists ask once for each publication; a principal lives as long as a request.
  const decided = new WeakMap<
    Principal,
    { named: Tenant[]; owned: Tenant[] }
  >();
  const ownedTenants = (principal: Principal) => {
    const named = registry.current();
    if (isAdmin(principal)) {
      return registry.known();
    }
    const known = decided.get(principal);
    if (known?.named === named) {
      return known.owned;
    }
    const owned = named.filter(({ owners }) => hasAny(principal, owners));
    decided.set(principal, { named, owned });
    return owned;
  };
  return {
    isAdmin,
    ownedTenants,
    requireTenant(principal, tenantId, cluster) {
      const tenant = ownedTenants(principal).find(
        owned =>
          owned.namespace === tenantId &&
          (cluster === undefined || owned.cluster === cluster),
      );
      if (!tenant) {
        const place = cluster === undefined ? '' : ` in cluster "${cluster}"`;
        throw new NotFoundError(
          `There is no tenant "${tenantId}"${place} that you may act for`,
        );
      }
      return tenant;
    },
    actsAsAdmin: (principal, { cluster, namespace }) =>
      isAdmin(principal) &&
      !registry
        .known()
        .some(
          tenant =>
            tenant.cluster === cluster &&
            tenant.namespace === namespace &&
            hasAny(principal, tenant.owners),
        ),
    ownersOf: ({ cluster, namespace }) =>
      registry
        .current()
        .find(
          tenant =>
            tenant.cluster === cluster && tenant.namespace === namespace,
        )?.owners ?? [],
    knownTenants: () => registry.known(),
  };
}
