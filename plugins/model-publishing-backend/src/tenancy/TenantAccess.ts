import { NotFoundError } from '@backstage/errors';
import {
  ModelPublishingConfig,
  TenantConfig,
} from '../config/ModelPublishingConfig';
import { Principal } from './Principal';

/** The decision about tenants. Pure: principal and configuration in, answer out. */
export interface TenantAccess {
  isAdmin(principal: Principal): boolean;
  /** The tenants that a principal may act for; all of them for admins. */
  ownedTenants(principal: Principal): TenantConfig[];
  /**
   * The tenant that a principal means; without a cluster, the first one configured.
   *
   * @throws NotFoundError with the same words for a missing and for a foreign tenant
   */
  requireTenant(
    principal: Principal,
    tenantId: string,
    cluster?: string,
  ): TenantConfig;
}

export function createTenantAccess(
  config: Pick<ModelPublishingConfig, 'tenants' | 'admins'>,
): TenantAccess {
  const hasAny = (principal: Principal, owners: string[]) =>
    owners.some(owner => principal.claims.includes(owner));
  const isAdmin = (principal: Principal) => hasAny(principal, config.admins);
  const ownedTenants = (principal: Principal) =>
    isAdmin(principal)
      ? config.tenants
      : config.tenants.filter(tenant => hasAny(principal, tenant.owners));
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
  };
}
