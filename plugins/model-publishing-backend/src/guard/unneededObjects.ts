import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { isEntranceName, isNameOfHostname } from '../names';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { RenderedObject } from '../rendering/RenderedObject';
import { GuardContext } from '../rendering/renderGuard';
import { isOfGuard, isOfThisGuard, parentsOf } from './objectsOfGuard';

/**
 * What the guard has for hostnames where no OpenAI-compatible model is any more, in the order in which it may go: what
 * closes the list of models after what leads to it, and policies after their routes.
 */
export function unneededObjects(
  observed: Pick<ObservedObjects, 'list'>,
  context: GuardContext,
  needed: RenderedObject[],
): KubernetesObject[] {
  const { gateway } = context;
  const names = new Set(needed.map(({ metadata }) => metadata.name));
  const aiRoutes = observed.list(AiGatewayRoute);
  const served = new Set(
    aiRoutes.filter(route => !isOfGuard(route)).flatMap(hostnamesOf),
  );
  const unneeded = (objects: KubernetesObject[]) =>
    objects.filter(
      object =>
        isOfThisGuard(object, context) &&
        isNameOfHostname(gateway.gateway, object.metadata.name) &&
        !names.has(object.metadata.name),
    );
  const routes = unneeded([...aiRoutes, ...observed.list(HttpRoute)])
    .filter(route =>
      parentsOf(route).some(({ name }) => name === gateway.gateway),
    )
    .filter(route => !hostnamesOf(route).some(name => served.has(name)));
  const gone = new Set(routes.map(({ metadata }) => metadata.name));
  const kept = new Set(
    aiRoutes
      .map(({ metadata }) => metadata.name)
      .filter(name => !gone.has(name)),
  );
  const policies = unneeded(observed.list(SecurityPolicy)).filter(
    ({ metadata }) =>
      isEntranceName(gateway.gateway, metadata.name) &&
      !kept.has(metadata.name),
  );
  return [...routes, ...policies];
}

function hostnamesOf({ spec }: KubernetesObject): string[] {
  const { hostnames = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
  return hostnames;
}
