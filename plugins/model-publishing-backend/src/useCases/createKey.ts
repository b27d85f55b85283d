import {
  graceMs,
  IssuedApiKey,
} from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../errors/requestProblems';
import { Caller } from '../tenancy/Caller';
import {
  bringIntoForce,
  issuedAnswer,
  keyOfRequest,
  makeKey,
  repeatedAnswer,
} from './issuance';
import { requireKeyTenant } from './keyTenant';
import { MutationRequest } from './MutationRequest';
import { requireNotRepeated, requireServing } from './requireServing';
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
  requireServing(state);
  const { name, request } = order;
  const key = makeKey(deps, { caller, tenant, name, expiresAt, request });
  const issued = await bringIntoForce(deps, runtime, state, key);
  const accepted = await runtime.probe.untilAccepted(issued, key.value);
  await runtime.converge(state.id);
  return issuedAnswer(deps, runtime, issued, key, accepted ? 'now' : 'pending');
}

/**
 * The end of a new key: as asked for, within the platform's maximum.
 *
 * @throws RuleViolationError
 */
export function requireExpiry(
  { config, clock }: Pick<UseCaseDependencies, 'config' | 'clock'>,
  wanted: string | undefined,
): string | undefined {
  const now = clock().getTime();
  const { maxExpiry } = config.keys;
  const latest = maxExpiry === undefined ? undefined : now + graceMs(maxExpiry);
  if (wanted === undefined) {
    return latest === undefined ? undefined : new Date(latest).toISOString();
  }
  const end = Date.parse(wanted);
  const problems = [
    ...(end <= now ? ['is in the past'] : []),
    ...(latest !== undefined && end > latest
      ? [`is later than the platform's maximum of ${maxExpiry} from now`]
      : []),
  ];
  if (problems.length > 0) {
    throw new RuleViolationError(
      problems.map(problem => ({ field: 'expiresAt', problem })),
    );
  }
  return new Date(end).toISOString();
}
