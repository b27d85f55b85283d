import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { RenderedObject } from '../rendering/RenderedObject';
import { GuardContext } from '../rendering/renderGuard';

/** See `closingRouteNameOf`; the guard's other routes are not meant. */
const CLOSING_ROUTE = /-[0-9a-f]{8}$/;

/** Routes of the guard that close the list of models of a hostname where no OpenAI-compatible model is any more. */
export function unneededClosingRoutes(
  observed: Pick<ObservedObjects, 'list'>,
  { gateway, instanceId }: GuardContext,
  needed: RenderedObject[],
): KubernetesObject[] {
  const names = new Set(needed.map(({ metadata }) => metadata.name));
  const served = new Set(observed.list(AiGatewayRoute).flatMap(hostnamesOf));
  return observed
    .list(HttpRoute)
    .filter(
      ({ metadata: { name, labels = {}, ownerReferences = [] } }) =>
        labels[COMPONENT_LABEL] === 'guard' &&
        labels[INSTANCE_LABEL] === instanceId &&
        ownerReferences.length === 0 &&
        CLOSING_ROUTE.test(name) &&
        !names.has(name),
    )
    .filter(route => parentsOf(route).includes(gateway.gateway))
    .filter(route => !hostnamesOf(route).some(name => served.has(name)));
}

function parentsOf({ spec }: KubernetesObject): string[] {
  const { parentRefs = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
  return parentRefs.map(({ name }) => name);
}

function hostnamesOf({ spec }: KubernetesObject): string[] {
  const { hostnames = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
  return hostnames;
}
