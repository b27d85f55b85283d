import {
  PublicationList,
  PublicationSort,
  SortOrder,
} from '@inference-portal/plugin-model-publishing-common';
import { callerScope } from '../listings/callerScope';
import { freshnessOf } from '../listings/freshnessOf';
import { sortKeyOf } from '../listings/IndexedPublication';
import { listedPublication } from '../listings/listedPublication';
import {
  PublicationFilter,
  publicationFilter,
} from '../listings/publicationFilter';
import { PublicationIndex } from '../listings/PublicationIndex';
import { PageRequest, sortedPage } from '../listings/sortedPage';
import { Caller, permitsEverything } from '../tenancy/Caller';
import { resourceOf } from './publicationResource';
import { UsageDependencies, usageSummaries } from './usageSummaries';
import { UseCaseDependencies } from './UseCaseDependencies';

/** What is asked for of the list of published models; by model name unless it says otherwise. */
export interface PublicationListRequest extends PageRequest, PublicationFilter {
  sort?: PublicationSort;
  order?: SortOrder;
}

/**
 * A page of the published models that the caller may see, from what the watches have seen, and their usage from the
 * plugin's database. Makes no call to a cluster.
 */
export async function listPublications(
  deps: UsageDependencies &
    Pick<UseCaseDependencies, 'gateways'> & { index: PublicationIndex },
  caller: Caller,
  request: PublicationListRequest,
): Promise<PublicationList> {
  const { gateways, access, clock, index } = deps;
  const { limit, cursor, sort = 'model', order = 'asc', ...filter } = request;
  const freshness = freshnessOf(
    gateways.filter(
      ({ gateway }) =>
        (filter.cluster ?? gateway.cluster) === gateway.cluster &&
        (filter.gateway ?? gateway.name) === gateway.name,
    ),
    clock(),
  );
  if (sort === 'phase' || filter.phase !== undefined) {
    await index.lookAtChanges();
  }
  const scope = callerScope(caller.principal, access);
  const keyOf = sortKeyOf.bind(undefined, sort);
  const seen = index.view({
    key: JSON.stringify([scope.key, sort, Object.entries(filter).sort()]),
    keyOf,
    includes: publicationFilter(filter, scope),
  });
  const permitted =
    caller.permits === permitsEverything
      ? seen
      : seen.filter(({ state }) => caller.permits(resourceOf(state)));
  const page = sortedPage(permitted, keyOf, { limit, cursor, sort, order });
  const shown = page.items.map(publication => {
    const role = scope.accessOf(publication.state);
    if (!role) {
      throw new Error(`Publication ${publication.state.id} is out of scope`);
    }
    return { ...index.upToDate(publication), access: role };
  });
  const usage = await usageSummaries(deps, caller, shown);
  return {
    ...page,
    items: shown.map(publication => ({
      ...listedPublication(publication, publication.access),
      usage: usage.get(publication.state.uid),
    })),
    freshness,
  };
}
