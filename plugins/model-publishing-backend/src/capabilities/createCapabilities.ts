import { ConfiguredCapabilities } from './ConfiguredCapabilities';
import {
  CapabilitiesOptions,
  DetectedCapabilities,
} from './DetectedCapabilities';
import { GatewayCapabilities } from './GatewayCapabilities';

/** The capabilities of a gateway, from its configuration where that is definite. */
export function createCapabilities(
  options: CapabilitiesOptions,
): GatewayCapabilities {
  const { globalRateLimit } = options.gateway.capabilities;
  return globalRateLimit === 'detect'
    ? new DetectedCapabilities(options)
    : new ConfiguredCapabilities(options, { globalRateLimit });
}
