import { KubernetesObject } from '../cluster/defineResource';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { RenderedObject } from '../rendering/RenderedObject';
import { GuardContext } from '../rendering/renderGuard';
import { isOfThisGuard, parentsOf } from './objectsOfGuard';

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
  context: GuardContext,
  { needed, inPlace }: { needed: RenderedObject[]; inPlace: string[] },
): KubernetesObject[] {
  const names = new Set(needed.map(({ metadata }) => metadata.name));
  return observed
    .list(HttpRoute)
    .filter(
      route =>
        isOfThisGuard(route, context) &&
        LISTENER_GUARD.test(route.metadata.name) &&
        !names.has(route.metadata.name),
    )
    .filter(route => {
      const parents = parentsOf(route);
      return (
        parents.some(({ name }) => name === context.gateway.gateway) &&
        !parents.some(({ sectionName = '' }) => inPlace.includes(sectionName))
      );
    });
}
