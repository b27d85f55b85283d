import { ConflictError, NotAllowedError } from '@backstage/errors';
import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import { accessRequestView } from '../accessRequests/accessRequestView';
import { RuleViolationError } from '../errors/requestProblems';
import { TooManyRequestsError } from '../errors/TooManyRequestsError';
import { accessRequested } from '../notifications/accessNews';
import { requireKept } from '../state/requireKept';
import { PublicationState } from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import { ownTenantsIn } from './ownTenantsIn';
import { requireKeyed } from './requireKeyed';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

/** Undecided requests that one person or service may have, so that nobody floods the publishers. */
export const MAX_PENDING = 20;

export interface AccessOrder {
  /** The tenant that is to use the model. */
  tenantId?: string;
  reason?: string;
}

export interface RequestedAccess {
  request: AccessRequest;
  /** Whether there was none that is still undecided. */
  isNew: boolean;
}

/** Asks the publisher of a model that the whole portal sees to let one of the caller's tenants use it. */
export async function requestAccess(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  { tenantId, reason }: AccessOrder,
): Promise<RequestedAccess> {
  const { state } = await deps.publications.require(caller, selector);
  const tenant = requireAskingTenant(deps, caller, state, tenantId);
  requireKept(state);
  requireKeyed(state);
  requireOpenToRequests(state);
  const wanted = {
    cluster: state.cluster,
    publicationId: state.id,
    publicationUid: state.uid,
    publisherTenant: state.tenant,
    model: state.model,
    tenant,
    reason,
    requestedBy: caller.principal.name,
  };
  const pending = await deps.accessRequests.findPending(wanted);
  if (!pending) {
    await requireFewPending(deps, caller);
  }
  const { request, isNew } = pending
    ? { request: pending, isNew: false }
    : await deps.accessRequests.add(wanted);
  caller.note({ accessRequest: request.id, consumerTenant: tenant });
  if (isNew) {
    void deps.notifier.tell(...accessRequested(request));
  }
  return {
    request: accessRequestView(request, {
      role: 'requester',
      isPublished: true,
    }),
    isNew,
  };
}

/**
 * The tenant that a caller means: the one that is named, or the only one that comes into question.
 *
 * @throws NotFoundError when it is none of the caller's
 * @throws ConflictError when it may use the model already
 * @throws RuleViolationError when none is named and several come into question
 */
function requireAskingTenant(
  deps: UseCaseDependencies,
  caller: Caller,
  { cluster, model, configuration }: PublicationState,
  tenantId: string | undefined,
): string {
  const { allowedTenants } = configuration.authentication;
  const own =
    tenantId === undefined
      ? ownTenantsIn(deps, caller, cluster)
      : [
          deps.access.requireTenant(caller.principal, tenantId, cluster)
            .namespace,
        ];
  if (own.length === 0) {
    throw new NotAllowedError(
      `You own no tenant in cluster "${cluster}", and access is given to tenants; ask the platform team for one`,
    );
  }
  const [first, ...others] = own.filter(
    tenant => !allowedTenants.includes(tenant),
  );
  if (first === undefined) {
    throw new ConflictError(
      `Tenant "${own.join(
        '", "',
      )}" may use model "${model}" already; create a key`,
    );
  }
  if (others.length > 0) {
    throw new RuleViolationError([
      {
        field: 'tenantId',
        problem: `must be one of ${[first, ...others].join(
          ', ',
        )}: you own several tenants that may ask`,
      },
    ]);
  }
  return first;
}

function requireOpenToRequests({ model, configuration }: PublicationState) {
  if (configuration.visibility !== 'portal') {
    throw new ConflictError(
      `Model "${model}" takes no requests for access: it is not visible to the whole portal. Its publisher can add tenants by hand`,
    );
  }
}

async function requireFewPending(
  { accessRequests }: UseCaseDependencies,
  { principal }: Caller,
): Promise<void> {
  const pending = await accessRequests.countPendingBy(principal.name);
  if (pending >= MAX_PENDING) {
    throw new TooManyRequestsError(
      `You have ${pending} requests for access that nobody has decided yet; wait for decisions, or withdraw some`,
    );
  }
}
