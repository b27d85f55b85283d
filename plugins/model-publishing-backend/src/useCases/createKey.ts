import { IssuedApiKey } from '@inference-portal/plugin-model-publishing-common';
import { addPendingKey } from '../keys/changeKeyring';
import { Caller } from '../tenancy/Caller';
import {
  bringIntoForce,
  issuedAnswer,
  keyOfRequest,
  makeKey,
  repeatedAnswer,
} from './issuance';
import { requireKeyTenant } from './keyTenant';
import { requireKeyed } from './requireKeyed';
import { requireRoom } from './requireRoom';
import { requireExpiry } from './requireExpiry';
import { MutationRequest } from './MutationRequest';
import { requireKept } from '../state/requireKept';
import { requireNotRepeated } from './requireNotRepeated';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

export interface CreateKeyOrder {
  /** The consumer tenant. */
  tenantId?: string;
  name?: string;
  /** ISO time. */
  expiresAt?: string;
  request?: MutationRequest;
}

/** Issues a further key to one of the caller's tenants. */
export async function createKey(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  order: CreateKeyOrder,
): Promise<IssuedApiKey> {
  const found = await deps.publications.require(caller, selector);
  const { runtime, state } = found;
  const tenant = requireKeyTenant(deps, caller, found, order.tenantId);
  const expiresAt = requireExpiry(deps, order.expiresAt);
  const done = keyOfRequest(deps, state, order.request);
  if (done) {
    return repeatedAnswer(deps, runtime, state, done);
  }
  requireNotRepeated(order.request, state);
  requireKept(state);
  const { name, request } = order;
  requireKeyed(state);
  const key = makeKey(deps, { caller, tenant, name, expiresAt, request });
  requireRoom(runtime, addPendingKey(state, key.record), 'added');
  const issued = await bringIntoForce(deps, runtime, state, key);
  const accepted = await runtime.probe.untilAccepted(issued, key.value);
  await runtime.converge(state.id);
  return issuedAnswer(deps, runtime, issued, key, accepted ? 'now' : 'pending');
}
