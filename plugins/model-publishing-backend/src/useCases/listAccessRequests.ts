import {
  AccessRequestList,
  AccessRequestRole,
  AccessRequestState,
} from '@inference-portal/plugin-model-publishing-common';
import { accessRequestView } from '../accessRequests/accessRequestView';
import { PageRequest } from '../listings/sortedPage';
import { Caller, permitsEverything } from '../tenancy/Caller';
import { resourceOf } from './publicationResource';
import { isPublished } from './requireAccessRequest';
import { UseCaseDependencies } from './UseCaseDependencies';

export interface AccessRequestQuery extends PageRequest {
  role: AccessRequestRole;
  state?: AccessRequestState;
  model?: string;
  /** The publishing tenant. */
  tenant?: string;
  cluster?: string;
}

/** A page of the requests that concern the caller in a role. */
export async function listAccessRequests(
  deps: UseCaseDependencies,
  caller: Caller,
  { role, tenant, limit, cursor, ...filter }: AccessRequestQuery,
): Promise<AccessRequestList> {
  const { access, accessRequests } = deps;
  const page = await accessRequests.list(
    {
      ...filter,
      publisherTenant: tenant,
      ...(!access.isAdmin(caller.principal) && {
        tenants: { role, places: access.ownedTenants(caller.principal) },
      }),
      ...(caller.permits !== permitsEverything && {
        publicationUids: permittedUids(deps, caller),
      }),
    },
    { limit, cursor },
  );
  return {
    ...page,
    items: page.items.map(request =>
      accessRequestView(request, {
        role,
        isPublished: isPublished(deps, request),
      }),
    ),
  };
}

/** Of what the permission policy lets the caller see, as last seen by the watches. */
function permittedUids(
  { gateways }: UseCaseDependencies,
  caller: Caller,
): string[] {
  return gateways
    .flatMap(({ states }) => states.list())
    .filter(state => caller.permits(resourceOf(state)))
    .map(({ uid }) => uid);
}
