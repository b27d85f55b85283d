import { GatewayHostname } from '@inference-portal/plugin-model-publishing-common';
import { findingOf } from '../conditions/findingOf';
import { CustomHostname, GatewayConfig } from '../config/ModelPublishingConfig';
import { isAmong } from '../publications/isAmong';
import { offeredHostname } from '../publications/offeredHostname';
import { SeenGateway } from '../reconcile/seenGateway';

/**
 * All hostnames of a gateway with who may use them, the default one first. Names for models without keys that stand
 * below a wildcard are among them.
 *
 * @param seen - undefined: the cluster was not read yet
 */
export function gatewayHostnames(
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  seen: Pick<SeenGateway, 'customHostnames'> | undefined,
): GatewayHostname[] {
  const { hostnames } = gateway;
  const shared = hostnames.allowed;
  const single = Object.values(hostnames.perTenant).flat();
  const custom = new Map(
    hostnames.custom.map(entry => [entry.hostname, entry]),
  );
  const named = new Set([
    hostnames.default,
    ...shared,
    ...single,
    ...custom.keys(),
    ...hostnames.anonymous,
  ]);
  return [...named].map(hostname => {
    const entry = custom.get(hostname);
    return {
      ...offeredHostname(gateway, hostname),
      tenants: entry
        ? entry.tenants ?? null
        : tenantsOf(hostname, { shared, perTenant: hostnames.perTenant }),
      custom: entry ? customView(entry, seen) : null,
    };
  });
}

/** Who may use a hostname that has no listener of ours; null: everybody. */
function tenantsOf(
  hostname: string,
  {
    shared,
    perTenant,
  }: { shared: string[]; perTenant: Record<string, string[]> },
): string[] | null {
  if (isAmong(hostname, shared)) {
    return null;
  }
  return Object.entries(perTenant)
    .filter(([, entries]) => isAmong(hostname, entries))
    .map(([tenant]) => tenant)
    .sort();
}

function customView(
  entry: CustomHostname,
  seen: Pick<SeenGateway, 'customHostnames'> | undefined,
): GatewayHostname['custom'] {
  const verdict = seen?.customHostnames.get(entry);
  const { certificate } = entry;
  return {
    certificate: certificate
      ? { secret: certificate.secret, issuer: certificate.issuer ?? null }
      : null,
    listener: verdict ? findingOf(verdict) : null,
  };
}
