import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { publicationView } from '../publications/publicationView';
import { Principal } from '../tenancy/Principal';
import { pageOf } from './pageOf';
import { UseCaseDependencies } from './UseCaseDependencies';
import { Page, PageRequest } from './UseCases';

/** A page of the published models of the caller's tenants, by model name, from what the watches have seen. */
export async function listPublications(
  deps: UseCaseDependencies,
  principal: Principal,
  query: PageRequest & { tenant?: string },
): Promise<Page<Publication>> {
  deps.gateways.forEach(runtime => runtime.requireSynced());
  const tenants = deps.access
    .ownedTenants(principal)
    .filter(
      ({ namespace }) =>
        query.tenant === undefined || namespace === query.tenant,
    );
  const page = pageOf(
    deps.publications.list(tenants),
    ({ state }) => `${state.model} ${state.tenant} ${state.cluster}`,
    query,
  );
  return {
    ...page,
    items: page.items.map(({ runtime, state }) =>
      publicationView(state, runtime.gateway, runtime.conditionsOf(state)),
    ),
  };
}
