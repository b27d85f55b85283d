import { CustomHostname, GatewayConfig } from '../config/ModelPublishingConfig';
import { isAmong } from './isAmong';

/**
 * The entry of `hostnames.custom` that decides over a hostname: the most specific one, as Envoy chooses among
 * listeners. undefined: the hostname is one of the platform's own listeners.
 */
export function customHostnameOf(
  hostname: string,
  { hostnames }: Pick<GatewayConfig, 'hostnames'>,
): CustomHostname | undefined {
  const [best] = hostnames.custom
    .filter(entry => isAmong(hostname, [entry.hostname]))
    .sort((a, b) => rank(b) - rank(a));
  return best;
}

function rank({ hostname }: CustomHostname): number {
  return hostname.startsWith('*.') ? hostname.length : Infinity;
}
