import { CredentialsEntry } from '../keys/CredentialsStore';
import { sweepKeyring } from '../keys/changeKeyring';
import { clientIdOf } from '../names';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';

/**
 * Removes credentials that the keyring does not know, or knows as revoked or with another value. Keys that a crash left pending are first
 * dropped from the keyring, so that they can no longer become active, and then lose their entry.
 *
 * The state must have been read after the credentials were seen: a key is written to the keyring first, so an entry
 * that a fresh keyring does not know is nobody's.
 */
export async function sweepKeys(
  {
    states,
    credentials,
    clock,
  }: Pick<PublicationWorkshop, 'states' | 'credentials' | 'clock'>,
  state: PublicationState,
): Promise<void> {
  const now = clock();
  const entries = credentials.entries(state) ?? [];
  if (
    sweepKeyring(state, now) === state &&
    unwantedBy(state, entries).length === 0
  ) {
    return;
  }
  const fresh = await states.update(state, current =>
    sweepKeyring(current, now),
  );
  const unwanted = unwantedBy(fresh, entries);
  if (unwanted.length > 0) {
    await credentials.removeEntries(state, unwanted);
  }
}

/** Values that are not the key that was issued go too: an empty one would stop the whole gateway (stack-proof 3). */
export function unwantedBy(
  { id, keyring }: Pick<PublicationState, 'id' | 'keyring'>,
  entries: CredentialsEntry[],
): string[] {
  const wanted = new Map(
    keyring
      .filter(key => key.state !== 'revoked')
      .map(key => [clientIdOf(id, key), key.digest]),
  );
  return entries
    .filter(({ clientId, digest }) => wanted.get(clientId) !== digest)
    .map(({ clientId }) => clientId);
}
