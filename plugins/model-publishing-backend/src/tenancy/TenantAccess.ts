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
  /** @throws NotFoundError with the same words for a missing and for a foreign tenant */
  requireTenant(principal: Principal, tenantId: string): TenantConfig;
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
    requireTenant(principal, tenantId) {
      const tenant = ownedTenants(principal).find(
        ({ namespace }) => namespace === tenantId,
      );
      if (!tenant) {
        throw new NotFoundError(
          `There is no tenant "${tenantId}" that you may act for`,
        );
      }
      return tenant;
    },
  };
}
