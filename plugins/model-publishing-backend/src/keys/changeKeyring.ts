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
 * Makes a pending key active; the tenant's previous primary key, if any, is no longer primary.
 *
 * @throws ConflictError when a sweep has removed the key meanwhile
 */
export function activateKey(
  state: PublicationState,
  keyId: string,
  now: Date,
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
    return replaced ? { ...other, primary: false } : other;
  });
  return withKeyring(state, keyring, now);
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

/** Drops what a crash left pending and what was revoked long ago. */
export function sweepKeyring(
  state: PublicationState,
  now: Date,
): PublicationState {
  const keep = (key: KeyRecord) => {
    switch (key.state) {
      case 'active':
        return true;
      case 'pending':
        return (
          now.getTime() - Date.parse(key.createdAt) < PENDING_KEY_LIFETIME_MS
        );
      case 'revoked':
        return (
          now.getTime() - Date.parse(key.revokedAt ?? key.createdAt) <
          REVOKED_KEY_MEMORY_MS
        );
      default:
        return assertNever(key.state);
    }
  };
  return state.keyring.every(keep)
    ? state
    : { ...state, keyring: state.keyring.filter(keep) };
}

function assertNever(value: never): never {
  throw new Error(`Unexpected key state ${value}`);
}
