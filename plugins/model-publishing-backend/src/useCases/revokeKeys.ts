import {
  RevokedKey,
  RevokedKeys,
} from '@inference-portal/plugin-model-publishing-common';
import { revokeKeys as revokeInKeyring } from '../keys/changeKeyring';
import { keysOfTenants } from '../keys/consoleKeys';
import { KeyRecord } from '../keys/Keyring';
import { Caller } from '../tenancy/Caller';
import { MutationRequest } from './MutationRequest';
import { VisiblePublication } from './PublicationDirectory';
import { requireKept } from '../state/requireKept';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';
import {
  keyViews,
  requireKey,
  stoppableKeys,
  visibleKeys,
} from './visibleKeys';

/** Which keys are meant: those that meet all conditions that are given. */
export interface KeyChoice {
  keyIds?: string[];
  /** The consumer tenant. */
  tenantId?: string;
  /** ISO time. */
  createdBefore?: string;
}

export interface RevocationOrder extends KeyChoice {
  dryRun: boolean;
  request?: MutationRequest;
}

/** Stops one key; stopping it again is no change. */
export async function revokeKey(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  keyId: string,
): Promise<RevokedKey> {
  const found = await deps.publications.require(caller, selector);
  const key = requireKey(visibleKeys(deps, caller, found), keyId);
  const { keys, effective } = await stop(deps, found, [key]);
  const [view] = keys;
  if (!view) {
    throw new Error(`Key ${keyId} is gone from the keyring`);
  }
  return { key: view, effective };
}

/**
 * Stops several keys at once, or only says which ones that would be. A request that comes again stops none: keys that
 * were issued since are not meant, also where it says `all`. Keys of the test console are stopped too and not named.
 */
export async function revokeKeys(
  deps: UseCaseDependencies,
  caller: Caller,
  selector: PublicationSelector,
  { dryRun, request, ...choice }: RevocationOrder,
): Promise<RevokedKeys> {
  const found = await deps.publications.require(caller, selector);
  const stoppable = stoppableKeys(deps, caller, found);
  const visible = keysOfTenants(stoppable);
  choice.keyIds?.forEach(id => requireKey(visible, id));
  const isDone = !dryRun && request?.replay === true;
  const chosen = stoppable.filter(
    key => (key.state === 'revoked') === isDone && isChosen(key, choice),
  );
  if (dryRun || isDone) {
    const keys = keyViews(deps, found, keysOfTenants(chosen));
    return { dryRun, keys, effective: 'now' };
  }
  return { dryRun: false, ...(await stop(deps, found, chosen)) };
}

/** Keyring first: from then on a sweep takes the keys away even if this process dies. */
async function stop(
  deps: UseCaseDependencies,
  { runtime, state }: VisiblePublication,
  keys: KeyRecord[],
) {
  requireKept(state);
  const ids = new Set(keys.map(({ id }) => id));
  const [first] = keys.filter(({ state: keyState }) => keyState === 'active');
  // They all go in one write, so one that is seen to be refused stands for all.
  const witness = first && (await runtime.credentials.read(state, first));
  const stopped = await runtime.states.update(state, current =>
    revokeInKeyring(current, [...ids], deps.clock()),
  );
  const records = stopped.keyring.filter(({ id }) => ids.has(id));
  await runtime.credentials.removeKeys(state, keys);
  const refused =
    witness === undefined || (await runtime.probe.untilRefused(state, witness));
  await runtime.converge(state.id);
  return {
    keys: keyViews(deps, { runtime, state: stopped }, records),
    effective: refused ? ('now' as const) : ('pending' as const),
  };
}

function isChosen(
  key: KeyRecord,
  { keyIds, tenantId, createdBefore }: KeyChoice,
): boolean {
  return (
    (keyIds === undefined || keyIds.includes(key.id)) &&
    (tenantId === undefined || key.tenant === tenantId) &&
    (createdBefore === undefined ||
      Date.parse(key.createdAt) < Date.parse(createdBefore))
  );
}
