import { ObjectChange } from '../../kubernetes/ObjectStore';
import { AiGatewayRoute } from '../resources/AiGatewayRoute';
import { keyOf } from '../resources/metadata';

/**
 * Which AIGatewayRoutes the controller looks at after a change, as `<namespace>/<name>`; `routes` answers all.
 *
 * Their own labels and annotations are no reason, and the loss of an AIServiceBackend makes no difference: what was made
 * of it stays, and so does the route's status (measured).
 */
export function routesTouchedBy(
  { type, resource, object, previous }: ObjectChange,
  routes: () => readonly AiGatewayRoute[],
): string[] {
  const { namespace = '', name, deletionTimestamp } = object.metadata;
  switch (resource.kind) {
    case 'AIGatewayRoute':
      return type === 'MODIFIED' &&
        object.metadata.generation === previous?.metadata.generation
        ? []
        : [`${namespace}/${name}`];
    case 'AIServiceBackend':
      return type === 'DELETED' || deletionTimestamp
        ? []
        : routes()
            .filter(
              ({ metadata, spec }) =>
                metadata.namespace === namespace &&
                spec.rules.some(({ backendRefs }) =>
                  backendRefs.some(reference => reference.name === name),
                ),
            )
            .map(keyOf);
    case 'HTTPRoute':
    case 'HTTPRouteFilter':
      // Whoever takes the owner out of an object is found by what it was before.
      return [previous, object]
        .flatMap(each => each?.metadata.ownerReferences ?? [])
        .filter(({ kind }) => kind === 'AIGatewayRoute')
        .map(owner => `${namespace}/${owner.name}`);
    case 'Gateway':
      return type === 'ADDED' ? routes().map(keyOf) : [];
    default:
      return [];
  }
}
