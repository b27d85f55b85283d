import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { GuardContext } from '../rendering/renderGuard';
import { RenderedObject } from '../rendering/RenderedObject';

/** See `listenerGuardNameOf`; the guard's other routes are not meant. */
const LISTENER_GUARD = /-mp-.*-[0-9a-f]{16}$/;

/**
 * Routes of the guard on listeners of ours that are neither needed nor there any more. As long as there is a listener,
 * its guard stays.
 *
 * @param inPlace - names of the listeners that the Gateway has
 */
export function unneededListenerGuards(
  observed: Pick<ObservedObjects, 'list'>,
  { gateway, instanceId }: GuardContext,
  { needed, inPlace }: { needed: RenderedObject[]; inPlace: string[] },
): KubernetesObject[] {
  const names = new Set(needed.map(({ metadata }) => metadata.name));
  return observed
    .list(HttpRoute)
    .filter(
      ({ metadata: { name, labels = {} } }) =>
        labels[COMPONENT_LABEL] === 'guard' &&
        labels[INSTANCE_LABEL] === instanceId &&
        LISTENER_GUARD.test(name) &&
        !names.has(name),
    )
    .filter(({ spec }) => {
      const { parentRefs = [] } = (spec ?? {}) as Partial<HttpRouteSpec>;
      return (
        parentRefs.some(({ name }) => name === gateway.gateway) &&
        !parentRefs.some(({ sectionName = '' }) =>
          inPlace.includes(sectionName),
        )
      );
    });
}
