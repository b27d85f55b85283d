import { PublishingHostname } from '@inference-portal/plugin-model-publishing-common';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { isAmong } from './isAmong';
import { publicAddressOf } from './publicAddressOf';

/** A hostname of a gateway, or a wildcard for many, with how it is reached and what it is for. */
export function offeredHostname(
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  hostname: string,
): PublishingHostname {
  const { hostnames } = gateway;
  const { scheme, port } = publicAddressOf(gateway, hostname);
  return {
    hostname,
    scheme,
    port,
    isDefault: hostname === hostnames.default,
    openaiWithoutKeys: isAmong(hostname, hostnames.anonymous),
  };
}
