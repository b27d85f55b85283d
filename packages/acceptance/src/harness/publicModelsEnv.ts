import { PUBLIC_HOSTNAME } from './TargetDescription';
import { GatewayConfig } from './TargetEnvironment';

/**
 * What makes a backend let models be published without keys, with a hostname for OpenAI-compatible ones. The other tests
 * run without it, as most installations do.
 */
export function publicModelsEnv(
  gateway: GatewayConfig,
): Record<string, string> {
  const { hostnames } = gateway;
  const withPublicHostname = {
    ...gateway,
    hostnames: {
      ...hostnames,
      allowed: [...hostnames.allowed, PUBLIC_HOSTNAME],
      anonymous: [PUBLIC_HOSTNAME],
    },
  };
  return {
    APP_CONFIG_modelPublishing_gateways: JSON.stringify([withPublicHostname]),
    APP_CONFIG_modelPublishing_authentication_allowAnonymous: 'true',
  };
}
