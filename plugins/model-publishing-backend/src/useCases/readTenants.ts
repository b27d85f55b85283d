import { Freshness } from '@inference-portal/plugin-model-publishing-common';
import { freshnessOf } from '../listings/freshnessOf';
import { ModelDirectory, TenantPlace } from '../models/ModelDirectory';

/**
 * Those tenants whose models were read at least once, and how new that is. One that was not (its namespace is missing,
 * or closed to the portal) must not hide the models of the others; its cluster then counts as stale.
 *
 * @throws ServiceUnavailableError when none of them was read yet
 */
export function readTenants<Tenant extends TenantPlace>(
  models: Pick<ModelDirectory, 'freshness' | 'requireSynced'>,
  tenants: Tenant[],
  now: Date,
): { read: Tenant[]; freshness: Freshness } {
  const isRead = (tenant: Tenant) =>
    models.freshness(tenant, now).state !== 'unread';
  const read = tenants.filter(isRead);
  const unread = new Set(
    tenants.filter(tenant => !isRead(tenant)).map(({ cluster }) => cluster),
  );
  const freshness = freshnessOf(
    (read.length > 0 ? read : tenants).map(tenant => ({
      freshness: () => models.freshness(tenant, now),
      requireSynced: () => models.requireSynced(tenant),
    })),
    now,
  );
  return {
    read,
    freshness:
      unread.size === 0
        ? freshness
        : {
            ...freshness,
            state: 'stale',
            clusters: freshness.clusters.map(cluster =>
              unread.has(cluster.name)
                ? { ...cluster, state: 'stale' }
                : cluster,
            ),
          },
  };
}
