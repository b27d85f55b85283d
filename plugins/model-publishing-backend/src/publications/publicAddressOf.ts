import { GatewayConfig } from '../config/ModelPublishingConfig';
import { customHostnameOf } from './customHostnameOf';

/** How a hostname is reached. */
export interface PublicAddress {
  scheme: 'http' | 'https';
  port: number;
  /** Where this backend itself reaches it; undefined: under the address itself. */
  probeUrl: string | undefined;
}

/**
 * How a hostname of a gateway is reached. What is said of the gateway holds for its own listeners; a listener of ours
 * on another port or with another scheme is somewhere else.
 */
export function publicAddressOf(
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  hostname: string,
): PublicAddress {
  const { baseUrl, probeUrl } = gateway;
  const custom = customHostnameOf(hostname, gateway);
  if (!custom) {
    return { ...baseUrl, probeUrl };
  }
  const { port } = custom;
  const scheme = custom.certificate ? 'https' : 'http';
  const isSamePlace = scheme === baseUrl.scheme && port === baseUrl.port;
  return {
    scheme,
    port,
    probeUrl: custom.probeUrl ?? (isSamePlace ? probeUrl : undefined),
  };
}
