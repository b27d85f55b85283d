import { Gateway } from '../cluster/resources/Gateway';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { listenerNameOf } from '../names';
import { customHostnameOf } from '../publications/customHostnameOf';

/**
 * Attaches a route to the listeners of a gateway that its hostname is published on: those of the platform, or, for a
 * custom hostname, the one that we have made for it and no other. So a hostname with a certificate of its own never
 * answers on a listener without TLS.
 */
export function parentRefsOf(
  gateway: Pick<GatewayConfig, 'gateway' | 'listeners' | 'hostnames'>,
  hostname: string,
): HttpRouteSpec['parentRefs'] {
  const { listeners } = gateway;
  const parent = parentRefOf(gateway);
  const custom = customHostnameOf(hostname, gateway);
  if (custom) {
    return [{ ...parent, sectionName: listenerNameOf(custom.hostname) }];
  }
  return listeners.length === 0
    ? [parent]
    : listeners.map(sectionName => ({ ...parent, sectionName }));
}

function parentRefOf({ gateway }: Pick<GatewayConfig, 'gateway'>) {
  return { group: HttpRoute.group, kind: Gateway.kind, name: gateway };
}
