import { ConflictError } from '@backstage/errors';
import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import { accessRequestView } from '../accessRequests/accessRequestView';
import { Caller } from '../tenancy/Caller';
import { isPublished, requireAccessRequest } from './requireAccessRequest';
import { UseCaseDependencies } from './UseCaseDependencies';

/** Takes a request back on behalf of the tenant that has asked. */
export async function withdrawAccessRequest(
  deps: UseCaseDependencies,
  caller: Caller,
  requestId: string,
): Promise<AccessRequest> {
  const asked = await requireAccessRequest(
    deps,
    caller,
    requestId,
    'requester',
  );
  const request =
    (await deps.accessRequests.end(requestId, {
      state: 'withdrawn',
      by: caller.principal.name,
      reason: undefined,
    })) ??
    (await deps.accessRequests.find(requestId)) ??
    asked;
  if (request.state !== 'withdrawn') {
    throw new ConflictError(`This request is ${request.state} already`);
  }
  return accessRequestView(request, {
    role: 'requester',
    isPublished: isPublished(deps, request),
  });
}
