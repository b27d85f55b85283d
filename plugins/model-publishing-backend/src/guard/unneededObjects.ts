import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { isEntranceName, isNameOfHostname } from '../names';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { RenderedObject } from '../rendering/RenderedObject';
import { GuardContext } from '../rendering/renderGuard';

/**
 * What the guard has for hostnames where no OpenAI-compatible model is any more, in the order in which it may go: what
 * closes the list of models after what leads to it, and policies after their routes.
 */
export function unneededObjects(
  observed: Pick<ObservedObjects, 'list'>,
  { gateway, instanceId }: GuardContext,
  needed: RenderedObject[],
): KubernetesObject[] {
  const names = new Set(needed.map(({ metadata }) => metadata.name));
  const aiRoutes = observed.list(AiGatewayRoute);
  const served = new Set(
    aiRoutes.filter(route => !isOfGuard(route)).flatMap(hostnamesOf),
  );
  const unneeded = (objects: KubernetesObject[]) =>
    objects.filter(
      ({ metadata: { name, labels = {}, ownerReferences = [] } }) =>
        labels[COMPONENT_LABEL] === 'guard' &&
        labels[INSTANCE_LABEL] === instanceId &&
        ownerReferences.length === 0 &&
        isNameOfHostname(gateway.gateway, name) &&
        !names.has(name),
    );
  const routes = unneeded([...aiRoutes, ...observed.list(HttpRoute)])
    .filter(route => parentsOf(route).includes(gateway.gateway))
    .filter(route => !hostnamesOf(route).some(name => served.has(name)));
  const gone = new Set(routes.map(({ metadata }) => metadata.name));
  const kept = new Set(
    aiRoutes.map(({ metadata }) => metadata.name).filter(n => !gone.has(n)),
  );
  const policies = unneeded(observed.list(SecurityPolicy)).filter(
    ({ metadata }) =>
      isEntranceName(gateway.gateway, metadata.name) &&
      !kept.has(metadata.name),
  );
  return [...routes, ...policies];
}

function isOfGuard({ metadata }: KubernetesObject): boolean {
  return metadata.labels?.[COMPONENT_LABEL] === 'guard';
}

function parentsOf({ spec }: KubernetesObject): string[] {
  const { parentRefs = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
  return parentRefs.map(({ name }) => name);
}

function hostnamesOf({ spec }: KubernetesObject): string[] {
  const { hostnames = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
  return hostnames;
}
