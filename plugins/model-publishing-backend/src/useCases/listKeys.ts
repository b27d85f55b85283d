import {
  ApiKey,
  KeyState,
} from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { lastUses } from './lastUses';
import { pageOf } from './pageOf';
import { UseCaseDependencies } from './UseCaseDependencies';
import { Page, PageRequest, PublicationSelector } from './UseCases';
import { keyViews, visibleKeys } from './visibleKeys';

export interface KeyFilter {
  /** The consumer tenant. */
  keyTenant?: string;
  state?: KeyState;
}

/** A page of a publication's keys, the oldest first. */
export async function listKeys(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  query: PageRequest & KeyFilter,
): Promise<Page<ApiKey>> {
  const found = await deps.publications.require(caller, selector, {
    mayBeStale: true,
  });
  const keys = keyViews(deps, found, visibleKeys(deps, caller, found)).filter(
    ({ tenantId, state }) =>
      (query.keyTenant === undefined || tenantId === query.keyTenant) &&
      (query.state === undefined || state === query.state),
  );
  const page = pageOf(keys, ({ createdAt, id }) => `${createdAt} ${id}`, query);
  const uses = await lastUses(deps, caller, found);
  return {
    ...page,
    items: page.items.map(key => ({
      ...key,
      ...(uses && { lastUsedAt: uses.get(key.id)?.toISOString() ?? null }),
    })),
  };
}
