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

/** Whether a publication has an address on a custom hostname, or is about to have one, or to lose it. */
export function needsListener(
  publication: Parameters<typeof claimedAddresses>[0],
  gateway: Pick<GatewayConfig, 'hostnames'>,
): boolean {
  return claimedAddresses(publication).some(
    ({ publicHostname }) =>
      customHostnameOf(publicHostname, gateway) !== undefined,
  );
}
