import { ConflictError } from '@backstage/errors';
import { PublicationState } from '../state/PublicationState';
import { KeyRecord, Keyring } from './Keyring';

/** A key that was written down and never became active within this time was abandoned by a crash. */
export const PENDING_KEY_LIFETIME_MS = 2 * 60 * 1000;
/** Revoked keys are remembered this long, so that a late write of theirs is recognised and removed. */
const REVOKED_KEY_MEMORY_MS = 24 * 60 * 60 * 1000;

function withKeyring(
  state: PublicationState,
  keyring: Keyring,
  now: Date,
): PublicationState {
  return { ...state, keyring, updatedAt: now.toISOString() };
}

/** The active key that rotate-key replaces for a tenant. */
export function primaryKeyOf(
  keyring: Keyring,
  tenant: string,
): KeyRecord | undefined {
  return keyring.find(
    key => key.tenant === tenant && key.primary && key.state === 'active',
  );
}

/** Writes a new key down, before the gateway learns of it. */
export function addPendingKey(
  state: PublicationState,
  key: KeyRecord,
): PublicationState {
  return { ...state, keyring: [...state.keyring, key] };
}

/**
 * Makes a pending key active. The tenant's previous primary key, if any, is no longer primary and ends at a set time:
 * both are written at once, so that a crash after this leaves no key that works for ever.
 *
 * @throws ConflictError when a sweep has removed the key meanwhile
 */
export function activateKey(
  state: PublicationState,
  keyId: string,
  { now, previousEndsAt }: { now: Date; previousEndsAt: Date },
): PublicationState {
  const key = state.keyring.find(({ id }) => id === keyId);
  if (!key || key.state === 'revoked') {
    throw new ConflictError(
      `Issuing the key took too long and it was withdrawn; ask for a new key`,
    );
  }
  const keyring = state.keyring.map((other): KeyRecord => {
    if (other.id === keyId) {
      return { ...other, state: 'active' };
    }
    const replaced =
      key.primary && other.tenant === key.tenant && other.primary;
    return replaced
      ? { ...other, primary: false, endsAt: previousEndsAt.toISOString() }
      : other;
  });
  return withKeyring(state, keyring, now);
}

/** When the next active key stops by itself; undefined when none does. */
export function nextEndOf(keyring: Keyring): Date | undefined {
  const ends = keyring
    .filter(({ state }) => state === 'active')
    .flatMap(({ endsAt }) => (endsAt ? [Date.parse(endsAt)] : []));
  return ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
}

/** Marks keys revoked. Those that are not there or already revoked are left alone. */
export function revokeKeys(
  state: PublicationState,
  keyIds: string[],
  now: Date,
): PublicationState {
  const affected = (key: KeyRecord) =>
    keyIds.includes(key.id) && key.state !== 'revoked';
  if (!state.keyring.some(affected)) {
    return state;
  }
  const keyring = state.keyring.map(
    (key): KeyRecord =>
      affected(key)
        ? {
            ...key,
            state: 'revoked',
            primary: false,
            revokedAt: now.toISOString(),
          }
        : key,
  );
  return withKeyring(state, keyring, now);
}

/** Ends keys whose time is over, and drops what a crash left pending and what was revoked long ago. */
export function sweepKeyring(
  state: PublicationState,
  now: Date,
): PublicationState {
  const over = state.keyring
    .filter(({ endsAt }) => endsAt && Date.parse(endsAt) <= now.getTime())
    .map(({ id }) => id);
  const ended = revokeKeys(state, over, now);
  const kept = ended.keyring.filter(key => isRemembered(key, now));
  return kept.length === ended.keyring.length
    ? ended
    : { ...ended, keyring: kept };
}

function isRemembered(key: KeyRecord, now: Date): boolean {
  const ageOf = (time: string) => now.getTime() - Date.parse(time);
  switch (key.state) {
    case 'active':
      return true;
    case 'pending':
      return ageOf(key.createdAt) < PENDING_KEY_LIFETIME_MS;
    case 'revoked':
      return ageOf(key.revokedAt ?? key.createdAt) < REVOKED_KEY_MEMORY_MS;
    default:
      throw new Error(`Unexpected key state ${key.state satisfies never}`);
  }
}
