import { GatewayConfig } from '../config/ModelPublishingConfig';
import { publicAddressOf } from '../publications/publicAddressOf';

/**
 * Where the test console connects to for a hostname of a gateway: the place that the platform has configured, or else the
 * gateway's default hostname, because all hostnames of one Gateway have its addresses. What the hostname itself
 * resolves to is never asked: its owner could make it any address that the portal can reach and nobody else.
 */
export function consoleAddressOf(
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  hostname: string,
): string {
  const { probeUrl, scheme, port } = publicAddressOf(gateway, hostname);
  return probeUrl ?? `${scheme}://${gateway.hostnames.default}:${port}`;
}
