import { Gateway } from '../cluster/resources/Gateway';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { GatewayConfig } from '../config/ModelPublishingConfig';

/** Attaches a route to the listeners of a gateway that published models use. */
export function parentRefsOf({
  gateway,
  listeners,
}: Pick<GatewayConfig, 'gateway' | 'listeners'>): HttpRouteSpec['parentRefs'] {
  const parent = { group: HttpRoute.group, kind: Gateway.kind, name: gateway };
  return listeners.length === 0
    ? [parent]
    : listeners.map(sectionName => ({ ...parent, sectionName }));
}
