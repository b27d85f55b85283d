import { GatewayConfig } from '../config/ModelPublishingConfig';
import { customHostnameOf } from './customHostnameOf';
import { isAmong } from './isAmong';

/** Whether a tenant may use a hostname on a gateway. Allowed entries are names or wildcards (`*.example.org`). */
export function isHostnameAllowed(
  hostname: string,
  tenant: string,
  { hostnames }: Pick<GatewayConfig, 'hostnames'>,
): boolean {
  const custom = customHostnameOf(hostname, { hostnames });
  if (custom) {
    return custom.tenants?.includes(tenant) ?? true;
  }
  return isAmong(hostname, platformHostnames(tenant, { hostnames }));
}

/** What a tenant may use of the hostnames that have no listeners of ours. */
export function platformHostnames(
  tenant: string,
  { hostnames }: Pick<GatewayConfig, 'hostnames'>,
): string[] {
  // A tenant may be called like something that every object inherits.
  const own = Object.hasOwn(hostnames.perTenant, tenant)
    ? hostnames.perTenant[tenant] ?? []
    : [];
  return [...hostnames.allowed, ...own];
}
