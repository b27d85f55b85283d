import { GatewayConfig } from '../config/ModelPublishingConfig';

/** Whether a tenant may use a hostname on a gateway. Allowed entries are names or wildcards (`*.example.org`). */
export function isHostnameAllowed(
  hostname: string,
  tenant: string,
  { hostnames }: Pick<GatewayConfig, 'hostnames'>,
): boolean {
  // A tenant may be called like something that every object inherits.
  const own = Object.hasOwn(hostnames.perTenant, tenant)
    ? hostnames.perTenant[tenant] ?? []
    : [];
  return isAmong(hostname, [...hostnames.allowed, ...own]);
}

/** @param entries - names, or wildcards that stand for one or more labels */
export function isAmong(hostname: string, entries: string[]): boolean {
  return entries.some(entry =>
    entry.startsWith('*.')
      ? hostname.endsWith(entry.slice(1))
      : hostname === entry,
  );
}
