import { ConflictError } from '@backstage/errors';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { claimedAddresses } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * Refuses what the gateway has no room for. Envoy holds the keys of all OpenAI-compatible models of a gateway once for
 * each route of such a model (stack-proof 12), so their product is what costs memory, and time at every change.
 *
 * @param state - the publication that is to get a key, or to be made with one
 * @throws ConflictError
 */
export function requireKeyRoom(
  { config }: Pick<UseCaseDependencies, 'config'>,
  { states, gateway }: Pick<GatewayRuntime, 'states' | 'gateway'>,
  state: PublicationState,
): void {
  if (state.configuration.modelType !== 'openai') {
    return;
  }
  const others = states
    .list()
    .filter(
      ({ id, configuration }) =>
        id !== state.id && configuration.modelType === 'openai',
    );
  const all = [...others, states.seen(state.id) ?? state];
  const routes = all.flatMap(claimedAddresses).length;
  const keys = all
    .flatMap(({ keyring }) => keyring)
    .filter(key => key.state !== 'revoked').length;
  const { keyCopies } = config.openai;
  if (routes * (keys + 1) > keyCopies) {
    throw new ConflictError(
      `Gateway "${gateway.name}" has no room for another key of an OpenAI-compatible model: it holds ${keys} keys for each of ${routes} routes, and modelPublishing.openai.keyCopies allows ${keyCopies} in all. Revoke keys that nobody needs, or ask the platform for another gateway`,
    );
  }
}
