import {
  graceMs,
  RotatedKey,
} from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../errors/requestProblems';
import { primaryKeyOf, Replacement, revokeKeys } from '../keys/changeKeyring';
import { KeyRecord } from '../keys/Keyring';
import { addPendingKey } from '../keys/changeKeyring';
import { PublicationState } from '../state/PublicationState';
import { Caller } from '../tenancy/Caller';
import {
  bringIntoForce,
  issuedAnswer,
  keyOfRequest,
  makeKey,
  repeatedAnswer,
} from './issuance';
import { requireKeyed } from './requireKeyed';
import { requireRoom } from './requireRoom';
import { requireExpiry } from './requireExpiry';
import { requireKeyTenant } from './keyTenant';
import { MutationRequest } from './MutationRequest';
import { VisiblePublication } from './PublicationDirectory';
import { requireKept } from '../state/requireKept';
import { requireNotRepeated } from './requireNotRepeated';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

/**
 * A key that is to stop now ends after this time even if nobody is left to revoke it, in milliseconds. Longer than the
 * wait for the gateway, so that the new key works before the old one stops.
 */
const HANDOVER_MS = 5_000;

export interface RotationOrder {
  /** The consumer tenant whose primary key is replaced. */
  tenantId?: string;
  /** How long the previous key goes on working, as in `graceSchema`. */
  grace?: string;
  request?: MutationRequest;
}

/** Replaces the primary key of one of the caller's tenants. */
export async function rotateKey(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  order: RotationOrder,
): Promise<RotatedKey> {
  const found = await deps.publications.require(caller, selector);
  const tenant = requireKeyTenant(deps, caller, found, order.tenantId);
  return replaceKey(deps, caller, found, {
    ...order,
    tenant,
    previousIn: state => primaryKeyOf(state.keyring, tenant),
  });
}

/**
 * Replaces a key by one of the same tenant and name, whose life is as long. The new key works before the call returns,
 * the previous one until the end of its grace period.
 */
export async function replaceKey(
  deps: UseCaseDependencies,
  caller: Caller,
  { runtime, state }: VisiblePublication,
  order: RotationOrder & {
    tenant: string;
    /** undefined: there is none, and the new key replaces nothing. */
    previousIn: (state: PublicationState) => KeyRecord | undefined;
  },
): Promise<RotatedKey> {
  const grace = graceOf(deps, order.grace);
  const done = keyOfRequest(deps, state, order.request);
  if (done) {
    const previous = state.keyring.find(key => key.replacedBy === done.id);
    return {
      ...(await repeatedAnswer(deps, runtime, state, done)),
      ...answerOnPrevious(previous),
    };
  }
  requireNotRepeated(order.request, state);
  requireKept(state);
  requireKeyed(state);
  const before = order.previousIn(state);
  const key = makeKey(deps, {
    caller,
    tenant: order.tenant,
    name: before?.name,
    expiresAt: renewedExpiry(deps, before),
    request: order.request,
  });
  const use = before ? 'replaced' : 'added';
  requireRoom(runtime, addPendingKey(state, key.record), use);
  let previous: KeyRecord | undefined;
  const replaced = await bringIntoForce(deps, runtime, state, key, current => {
    previous = order.previousIn(current);
    return previous && replacementOf(deps, previous, grace);
  });
  const accepted = await runtime.probe.untilAccepted(replaced, key.value);
  const final =
    previous && grace === 0
      ? await stopNow(deps, runtime, replaced, previous)
      : replaced;
  await runtime.converge(state.id);
  return {
    ...issuedAnswer(deps, runtime, final, key, accepted ? 'now' : 'pending'),
    ...answerOnPrevious(final.keyring.find(({ id }) => id === previous?.id)),
  };
}

function replacementOf(
  { clock }: UseCaseDependencies,
  previous: KeyRecord,
  grace: number,
): Replacement {
  const graceEnd = clock().getTime() + Math.max(grace, HANDOVER_MS);
  return { replaces: previous.id, endsAt: new Date(graceEnd) };
}

async function stopNow(
  { clock }: UseCaseDependencies,
  { states, credentials }: VisiblePublication['runtime'],
  state: PublicationState,
  previous: KeyRecord,
): Promise<PublicationState> {
  const stopped = await states.update(state, current =>
    revokeKeys(current, [previous.id], clock(), 'replaced'),
  );
  await credentials.removeKeys(state, [previous]);
  return stopped;
}

function answerOnPrevious(previous: KeyRecord | undefined) {
  return {
    previousKeyId: previous?.id ?? null,
    previousKeyEndsAt:
      previous?.state === 'active' ? previous.endsAt ?? null : null,
  };
}

/** A key that was to live for a year is replaced by one that lives for a year, within the platform's maximum. */
function renewedExpiry(
  deps: UseCaseDependencies,
  previous: KeyRecord | undefined,
): string | undefined {
  const latest = requireExpiry(deps, undefined);
  if (!previous?.expiresAt) {
    return latest;
  }
  const life = Date.parse(previous.expiresAt) - Date.parse(previous.createdAt);
  const renewed = new Date(deps.clock().getTime() + life).toISOString();
  return latest !== undefined && latest < renewed ? latest : renewed;
}

function graceOf(
  { config }: UseCaseDependencies,
  wanted: string | undefined,
): number {
  const { default: usual, maximum } = config.keys.grace;
  const grace = graceMs(wanted ?? usual);
  if (grace > graceMs(maximum)) {
    throw new RuleViolationError([
      {
        field: 'grace',
        problem: `is ${wanted}, above the platform's maximum of ${maximum}`,
      },
    ]);
  }
  return grace;
}
