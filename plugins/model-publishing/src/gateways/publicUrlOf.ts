import { GatewayHostname } from '@inference-portal/plugin-model-publishing-common';

const USUAL_PORTS = { http: 80, https: 443 };

/** Scheme, hostname and, where it is not the usual one, port. */
export function publicUrlOf({
  scheme,
  hostname,
  port,
}: Pick<GatewayHostname, 'scheme' | 'hostname' | 'port'>): string {
  const suffix = port === USUAL_PORTS[scheme] ? '' : `:${port}`;
  return `${scheme}://${hostname}${suffix}`;
}
