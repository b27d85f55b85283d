import { TenantConfig } from '../config/ModelPublishingConfig';

/** Names a tenant: its cluster, and its namespace there. */
export type TenantPlace = Pick<TenantConfig, 'cluster' | 'namespace'>;

/** A tenant with what makes it one. */
export interface Tenant extends TenantConfig {
  /**
   * `config`: modelPublishing.tenants. `group`: annotations of Groups. `published`: nothing names it any more, but
   * models of it are still published; it has no owners then.
   */
  source: 'config' | 'group' | 'published';
}

/** One word for a place, as a key: `<cluster>/<namespace>`. */
export function keyOfTenant({ cluster, namespace }: TenantPlace): string {
  return `${cluster}/${namespace}`;
}
