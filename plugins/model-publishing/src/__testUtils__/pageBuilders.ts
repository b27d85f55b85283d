import { listTenantsOperation } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** Tenants of these names, all of them in one cluster and the user's own. */
export function aTenantList(
  ...tenantIds: string[]
): z.output<typeof listTenantsOperation.response> {
  return {
    items: tenantIds.map(tenantId => ({
      tenantId,
      cluster: 'sandbox',
      owners: ['group:default/team-a'],
      source: 'config',
      mayPublish: true,
    })),
    totalItems: tenantIds.length,
  };
}
