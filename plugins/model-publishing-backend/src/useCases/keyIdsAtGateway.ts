import { clientIdPrefixOf } from '../names';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';

/** Ids of the keys that the gateway's credentials hold for a publication, as last seen. */
export function keyIdsAtGateway(
  { credentials }: Pick<GatewayRuntime, 'credentials'>,
  state: Pick<PublicationState, 'id' | 'tenant' | 'model'>,
): Set<string> {
  const prefix = clientIdPrefixOf(state.id);
  const clientIds = credentials.clientIds(state) ?? [];
  return new Set(
    clientIds
      .filter(clientId => clientId.startsWith(prefix))
      .map(clientId => clientId.slice(clientId.lastIndexOf('.') + 1)),
  );
}
