import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { pageOf } from './pageOf';
import { UseCaseDependencies } from './UseCaseDependencies';
import { Page, PageRequest } from './UseCases';
import { viewFor } from './viewFor';

/** A page of the published models of the caller's tenants, by model name, from what the watches have seen. */
export async function listPublications(
  deps: UseCaseDependencies,
  caller: Caller,
  query: PageRequest & { tenant?: string },
): Promise<Page<Publication>> {
  deps.gateways.forEach(runtime => runtime.requireSynced());
  const page = pageOf(
    deps.publications
      .visibleTo(caller)
      .filter(
        ({ state }) =>
          query.tenant === undefined || state.tenant === query.tenant,
      ),
    ({ state }) => `${state.model} ${state.tenant} ${state.cluster}`,
    query,
  );
  return {
    ...page,
    items: page.items.map(found => viewFor(deps, caller, found)),
  };
}
