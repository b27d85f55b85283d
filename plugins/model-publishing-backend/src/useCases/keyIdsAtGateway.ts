import { KeyOwner } from '../keys/CredentialsStore';
import { Keyring } from '../keys/Keyring';
import { clientIdOf } from '../names';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';

/** Ids of the keys that the gateway's credentials hold for a publication, as last seen; not those that were edited. */
export function keyIdsAtGateway(
  { credentials }: Pick<GatewayRuntime, 'credentials'>,
  state: KeyOwner & { keyring: Keyring },
): Set<string> {
  const entries = new Map(
    credentials
      .entries(state)
      ?.map(({ clientId, digest }) => [clientId, digest]),
  );
  return new Set(
    state.keyring
      .filter(key => entries.get(clientIdOf(state.id, key)) === key.digest)
      .map(({ id }) => id),
  );
}
