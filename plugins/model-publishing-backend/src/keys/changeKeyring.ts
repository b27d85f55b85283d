import { ConflictError } from '@backstage/errors';
import { PublicationState } from '../state/PublicationState';
import { requireKept } from '../state/requireKept';
import {
  CONSOLE_KEY_SPARE_MS,
  isConsoleKey,
  keysOfTenants,
} from './consoleKeys';
import {
  CONSOLE_KEYS_MAX,
  KeyRecord,
  Keyring,
  LIVE_KEYS_MAX,
  REVOKED_KEYS_MAX,
} from './Keyring';
import { endOf } from './keyView';

/** A key that was written down and never became active within this time was abandoned by a crash. */
export const PENDING_KEY_LIFETIME_MS = 2 * 60 * 1000;
/** Revoked keys are remembered this long, for lists and for `validate-api-key`. */
const REVOKED_KEY_MEMORY_MS = 30 * 24 * 60 * 60 * 1000;

type RevocationReason = NonNullable<KeyRecord['revokedBecause']>;

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

/**
 * Writes a new key down, before the gateway learns of it.
 *
 * @throws ConflictError when the publication has as many keys as it may have
 */
export function addPendingKey(
  state: PublicationState,
  key: KeyRecord,
): PublicationState {
  requireKept(state);
  if (isConsoleKey(key)) {
    requireConsoleRoom(state);
  } else {
    requireKeyRoom(state);
  }
  return { ...state, keyring: [...withinBounds(state.keyring), key] };
}

function requireKeyRoom({ keyring, model }: PublicationState): void {
  const live = keysOfTenants(keyring).filter(key => key.state !== 'revoked');
  if (live.length >= LIVE_KEYS_MAX) {
    throw new ConflictError(
      `Model "${model}" has ${LIVE_KEYS_MAX} keys, the most that a published model may have; revoke some first`,
    );
  }
}

/** Not counted with the others: whoever tries a model out must not use up what applications need. */
function requireConsoleRoom({ keyring, model }: PublicationState): void {
  if (keyring.filter(isConsoleKey).length >= CONSOLE_KEYS_MAX) {
    throw new ConflictError(
      `Too many tenants are trying out model "${model}" at the moment; try again in a while`,
    );
  }
}

/** How one key takes the place of another. */
export interface Replacement {
  /** Id of the key that is replaced. */
  replaces: string;
  /** Until when it goes on working. */
  endsAt: Date;
}

/**
 * Makes a pending key active. A key that it replaces ends at a set time: both are written at once, so that a crash
 * after this leaves no key that works for ever. Of the keys that were replaced before, none goes on.
 *
 * @throws ConflictError when a sweep has removed the key meanwhile, or the key to replace has ended
 */
export function activateKey(
  state: PublicationState,
  keyId: string,
  options: { now: Date; replacement?: Replacement },
): PublicationState {
  requireKept(state);
  const { now, replacement } = options;
  const key = state.keyring.find(({ id }) => id === keyId);
  if (!key || key.state === 'revoked') {
    throw new ConflictError(
      'Issuing the key took too long and it was withdrawn; ask for a new key',
    );
  }
  if (key.state === 'active') {
    return state;
  }
  const replaced = state.keyring.find(
    other => other.id === replacement?.replaces,
  );
  if (
    replacement &&
    (replaced?.state !== 'active' || replaced.replacedBy !== undefined)
  ) {
    throw new ConflictError(
      'The key to replace has been replaced or revoked meanwhile; look at the keys and try again',
    );
  }
  const primary = replaced
    ? replaced.primary
    : !isConsoleKey(key) &&
      primaryKeyOf(state.keyring, key.tenant) === undefined;
  const keyring = state.keyring.map((other): KeyRecord => {
    if (other.id === keyId) {
      return { ...other, state: 'active', primary };
    }
    if (replacement && other.id === replacement.replaces) {
      return {
        ...other,
        primary: false,
        replacedBy: keyId,
        endsAt: replacement.endsAt.toISOString(),
      };
    }
    const isOlderGeneration =
      replacement && other.replacedBy === replacement.replaces;
    if (isOlderGeneration && other.state === 'active') {
      return revoked(other, 'replaced', now);
    }
    return isConsoleKey(key) ? superseded(other, key, now) : other;
  });
  return withKeyring(state, keyring, now);
}

/** The test console has one key for a tenant; another one goes on for as long as requests that just read it may need it. */
function superseded(other: KeyRecord, by: KeyRecord, now: Date): KeyRecord {
  const isFormer =
    isConsoleKey(other) &&
    other.tenant === by.tenant &&
    other.state === 'active';
  const endsAt = new Date(now.getTime() + CONSOLE_KEY_SPARE_MS).toISOString();
  return isFormer && other.endsAt === undefined ? { ...other, endsAt } : other;
}

/** When the next active key stops by itself; undefined when none does. */
export function nextEndOf(keyring: Keyring): Date | undefined {
  const ends = keyring
    .filter(({ state }) => state === 'active')
    .flatMap(key => endOf(key)?.getTime() ?? []);
  return ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
}

/**
 * Marks keys revoked; those of the test console are forgotten. Those that are not there or already revoked are left
 * alone.
 */
export function revokeKeys(
  state: PublicationState,
  keyIds: string[],
  now: Date,
  reason: RevocationReason = 'revoked',
): PublicationState {
  const affected = new Set(keyIds);
  const isAffected = (key: KeyRecord) =>
    affected.has(key.id) && key.state !== 'revoked';
  if (!state.keyring.some(isAffected)) {
    return state;
  }
  const keyring = state.keyring
    .filter(key => !(isAffected(key) && isConsoleKey(key)))
    .map(key => (isAffected(key) ? revoked(key, reason, now) : key));
  return withKeyring(state, withinBounds(keyring), now);
}

/** Ends keys whose time is over, and drops what a crash left pending and what was revoked long ago. */
export function sweepKeyring(
  state: PublicationState,
  now: Date,
): PublicationState {
  const over = (key: KeyRecord) => {
    const end = endOf(key);
    return key.state === 'active' && end !== undefined && end <= now;
  };
  const swept = state.keyring
    .filter(key => !(over(key) && isConsoleKey(key)))
    .map(key =>
      over(key)
        ? revoked(key, key.replacedBy ? 'replaced' : 'expired', now)
        : key,
    )
    .filter(key => isRemembered(key, now));
  const isChanged =
    swept.length !== state.keyring.length ||
    swept.some((key, index) => key !== state.keyring[index]);
  return isChanged ? withKeyring(state, swept, now) : state;
}

function revoked(
  key: KeyRecord,
  reason: RevocationReason,
  now: Date,
): KeyRecord {
  return {
    ...key,
    state: 'revoked',
    primary: false,
    revokedAt: now.toISOString(),
    revokedBecause: reason,
  };
}

/** Forgets the longest revoked keys beyond those that fit; what the keyring does not know is swept like a revoked one. */
function withinBounds(keyring: Keyring): Keyring {
  const revokedKeys = keyring.filter(({ state }) => state === 'revoked');
  const tooMany = revokedKeys.length - REVOKED_KEYS_MAX;
  if (tooMany <= 0) {
    return keyring;
  }
  const forgotten = new Set(
    revokedKeys
      .sort((a, b) => ((a.revokedAt ?? '') < (b.revokedAt ?? '') ? -1 : 1))
      .slice(0, tooMany),
  );
  return keyring.filter(key => !forgotten.has(key));
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
