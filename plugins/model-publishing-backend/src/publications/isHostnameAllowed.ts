import { GatewayConfig } from '../config/ModelPublishingConfig';

/** Whether a tenant may use a hostname on a gateway. Allowed entries are names or wildcards (`*.example.org`). */
export function isHostnameAllowed(
  hostname: string,
  tenant: string,
  { hostnames }: Pick<GatewayConfig, 'hostnames'>,
): boolean {
  const allowed = [
    ...hostnames.allowed,
    ...(hostnames.perTenant[tenant] ?? []),
  ];
  return allowed.some(entry =>
    entry.startsWith('*.')
      ? hostname.endsWith(entry.slice(1))
      : hostname === entry,
  );
}
