import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  AccessDecision,
  AccessRequest,
} from '@inference-portal/plugin-model-publishing-common';
import { accessRequestView } from '../accessRequests/accessRequestView';
import { StoredAccessRequest } from '../accessRequests/AccessRequestStore';
import { accessDecided } from '../notifications/accessNews';
import { Caller } from '../tenancy/Caller';
import { changeAllowedTenants, requirePublished } from './changeAllowedTenants';
import { resourceOf } from './publicationResource';
import { isPublished, requireAccessRequest } from './requireAccessRequest';
import { UseCaseDependencies } from './UseCaseDependencies';

const OUTCOMES = { approve: 'approved', decline: 'declined' } as const;

/**
 * Approves or declines a request for access. Of an approval the gateway learns first: whoever dies between the two
 * writes leaves a request that can be approved once more, never an approval that is not in force.
 */
export async function decideAccessRequest(
  deps: UseCaseDependencies,
  caller: Caller,
  requestId: string,
  { decision, reason }: AccessDecision,
): Promise<AccessRequest> {
  const request = await requireAccessRequest(
    deps,
    caller,
    requestId,
    'publisher',
  );
  await requirePermitted(deps, caller, request);
  const state = OUTCOMES[decision];
  if (request.state === state) {
    return viewOf(deps, request);
  }
  if (request.state !== 'pending') {
    throw decidedOtherwise(request);
  }
  const isAdmitted =
    decision === 'approve' && (await admit(deps, caller, request));
  const decided = await deps.accessRequests.end(requestId, {
    state,
    by: caller.principal.name,
    reason,
  });
  if (decided) {
    void deps.notifier.tell(...accessDecided(decided));
    return viewOf(deps, decided);
  }
  const found = await deps.accessRequests.find(requestId);
  if (found?.state === state) {
    return viewOf(deps, found);
  }
  if (isAdmitted) {
    await changeAllowedTenants(deps, caller, request, 'remove');
  }
  throw decidedOtherwise(found ?? request);
}

/** @returns whether the tenant could not use the model before */
async function admit(
  deps: UseCaseDependencies,
  caller: Caller,
  request: StoredAccessRequest,
): Promise<boolean> {
  const { configuration } = await requirePublished(deps, request);
  if (configuration.visibility === 'private') {
    throw new ConflictError(
      `Model "${request.model}" is private by now: tenant "${request.tenant}" would not see what it may use. Make it visible to its consumers first, or decline the request`,
    );
  }
  return changeAllowedTenants(deps, caller, request, 'add');
}

/** Of a publication that is gone there is nothing left that a policy could protect. */
async function requirePermitted(
  { publications }: UseCaseDependencies,
  caller: Caller,
  { cluster, model, publicationUid, publisherTenant }: StoredAccessRequest,
): Promise<void> {
  const place = { cluster, namespace: publisherTenant };
  const found = await publications.find(place, model);
  if (
    found?.state.uid === publicationUid &&
    !caller.permits(resourceOf(found.state))
  ) {
    throw new NotAllowedError(
      `The permission policy of this portal does not let you do this with model "${model}"`,
    );
  }
}

function viewOf(
  deps: UseCaseDependencies,
  request: StoredAccessRequest,
): AccessRequest {
  return accessRequestView(request, {
    role: 'publisher',
    isPublished: isPublished(deps, request),
  });
}

function decidedOtherwise({ state, tenant }: StoredAccessRequest) {
  return new ConflictError(
    state === 'withdrawn'
      ? `Tenant "${tenant}" has withdrawn this request`
      : `This request is ${state} already; change under "Access" who may use the model`,
  );
}
