import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AccessRequestRole } from '@inference-portal/plugin-model-publishing-common';
import { StoredAccessRequest } from '../accessRequests/AccessRequestStore';
import { Caller } from '../tenancy/Caller';
import { ownTenantsIn } from './ownTenantsIn';
import { noteTenant } from './PublicationDirectory';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * A request that a caller wants to end, in the role that this takes.
 *
 * @throws NotFoundError the same for missing and for foreign requests
 * @throws NotAllowedError when the caller sees it in the other role only
 */
export async function requireAccessRequest(
  deps: UseCaseDependencies,
  caller: Caller,
  id: string,
  role: AccessRequestRole,
): Promise<StoredAccessRequest> {
  const request = await deps.accessRequests.find(id);
  const owned = request && ownTenantsIn(deps, caller, request.cluster);
  const tenants = request && {
    publisher: request.publisherTenant,
    requester: request.tenant,
  };
  if (!tenants || !Object.values(tenants).some(one => owned?.includes(one))) {
    throw new NotFoundError(
      `There is no request for access "${id}" that you may see`,
    );
  }
  if (!owned?.includes(tenants[role])) {
    throw new NotAllowedError(
      role === 'publisher'
        ? `Only tenant "${tenants.publisher}", which has published the model, decides about this`
        : `Only tenant "${tenants.requester}", which has asked, may do this`,
    );
  }
  noteTenant(caller, deps.access, {
    cluster: request.cluster,
    namespace: tenants[role],
  });
  caller.note({
    model: request.model,
    publication: request.publicationId,
    accessRequest: request.id,
    consumerTenant: request.tenant,
  });
  return request;
}

/** Whether the publication that a request is about is still there, as last seen by the watches. */
export function isPublished(
  { gateways }: Pick<UseCaseDependencies, 'gateways'>,
  request: StoredAccessRequest,
): boolean {
  return gateways.some(
    ({ gateway, states }) =>
      gateway.cluster === request.cluster &&
      states.seen(request.publicationId)?.uid === request.publicationUid,
  );
}
