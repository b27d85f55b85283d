import { PublishingHostname } from '@inference-portal/plugin-model-publishing-common';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { isHostnameAllowed, platformHostnames } from './isHostnameAllowed';
import { offeredHostname } from './offeredHostname';

/**
 * The hostnames that a tenant may use on a gateway, the default one first. A wildcard stands for all names below it but
 * those that have an entry of their own: one that belongs to other tenants, or is for models without keys.
 */
export function usableHostnames(
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  tenant: string,
): PublishingHostname[] {
  const { hostnames } = gateway;
  const named = new Set([
    hostnames.default,
    ...platformHostnames(tenant, gateway),
    ...hostnames.custom.map(({ hostname }) => hostname),
    ...hostnames.anonymous,
  ]);
  return [...named]
    .filter(hostname => isHostnameAllowed(hostname, tenant, gateway))
    .map(hostname => offeredHostname(gateway, hostname));
}
