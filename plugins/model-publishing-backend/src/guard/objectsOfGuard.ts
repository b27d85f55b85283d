import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { GuardContext } from '../rendering/renderGuard';

/** Whether an object belongs to the guard of some installation. */
export function isOfGuard({ metadata }: KubernetesObject): boolean {
  return metadata.labels?.[COMPONENT_LABEL] === 'guard';
}

/** Whether an object is part of this installation's guard, and not made by the AI Gateway from such a part. */
export function isOfThisGuard(
  object: KubernetesObject,
  { instanceId }: Pick<GuardContext, 'instanceId'>,
): boolean {
  const { labels = {}, ownerReferences = [] } = object.metadata;
  return (
    isOfGuard(object) &&
    labels[INSTANCE_LABEL] === instanceId &&
    ownerReferences.length === 0
  );
}

/** The Gateways and listeners that a route names. */
export function parentsOf({
  spec,
}: KubernetesObject): HttpRouteSpec['parentRefs'] {
  const { parentRefs = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
  return parentRefs;
}
