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
  // A tenant may be called like something that every object inherits.
  const own = Object.hasOwn(hostnames.perTenant, tenant)
    ? hostnames.perTenant[tenant] ?? []
    : [];
  return isAmong(hostname, [...hostnames.allowed, ...own]);
}
