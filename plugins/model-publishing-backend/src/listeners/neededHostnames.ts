import { CustomHostname, GatewayConfig } from '../config/ModelPublishingConfig';
import { customHostnameOf } from '../publications/customHostnameOf';
import { claimedAddresses } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';

/**
 * The custom hostnames that publications have, or are about to have, addresses on, each once. A publication that is
 * being taken away needs none.
 */
export function neededHostnames(
  states: Pick<
    PublicationState,
    'intent' | 'configuration' | 'retiring' | 'reservation'
  >[],
  gateway: Pick<GatewayConfig, 'hostnames'>,
): CustomHostname[] {
  if (gateway.hostnames.custom.length === 0) {
    return [];
  }
  const needed = new Set(
    states
      .filter(({ intent }) => intent !== 'deleting')
      .flatMap(claimedAddresses)
      .map(({ publicHostname }) => customHostnameOf(publicHostname, gateway)),
  );
  return gateway.hostnames.custom.filter(entry => needed.has(entry));
}
