import { ListedTenant } from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { keyOfTenant } from '../tenancy/Tenant';
import { pageOf } from './pageOf';
import { UseCaseDependencies } from './UseCaseDependencies';
import { Page, PageRequest } from './UseCases';

/** A page of the tenants that the caller may act for, by name. Admins see all of them, and which have lost their owners. */
export async function listTenants(
  deps: Pick<UseCaseDependencies, 'access' | 'config' | 'owners'>,
  { principal }: Caller,
  query: PageRequest,
): Promise<Page<ListedTenant>> {
  const { access, config, owners } = deps;
  const page = pageOf(
    access.ownedTenants(principal),
    tenant => `${tenant.namespace} ${keyOfTenant(tenant)}`,
    query,
  );
  const isAdmin = access.isAdmin(principal);
  const existing = isAdmin
    ? await owners.existing(page.items.flatMap(tenant => tenant.owners))
    : new Set<string>();
  return {
    ...page,
    items: page.items.map(tenant => ({
      tenantId: tenant.namespace,
      cluster: tenant.cluster,
      owners: tenant.owners,
      source: tenant.source,
      mayPublish: config.gateways.some(
        ({ cluster }) => cluster === tenant.cluster,
      ),
      ...(isAdmin && {
        ownerless: !tenant.owners.some(owner => existing.has(owner)),
      }),
    })),
  };
}
