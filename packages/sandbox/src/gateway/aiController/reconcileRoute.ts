import { NewObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { AiGatewayRoute } from '../resources/AiGatewayRoute';
import { aiManager } from './aiKinds';
import { generateRoute } from './generateRoute';
import { AiObjects, missingBackendOf } from './readAiObjects';
import { Acceptance } from './reportAcceptance';

const typeOf: Record<string, readonly [plural: string, group: string]> = {
  HTTPRoute: ['httproutes', 'gateway.networking.k8s.io'],
  HTTPRouteFilter: ['httproutefilters', 'gateway.envoyproxy.io'],
};

/** An object that is there keeps the owner that it has, or has none (measured). */
function writeGenerated(object: NewObject, store: ObjectStore): void {
  const { namespace, name = '' } = object.metadata;
  const [plural = '', group = ''] = typeOf[object.kind] ?? [];
  const live = store.get(plural, group, namespace, name);
  const { ownerReferences } = (live ?? object).metadata;
  const metadata = { ...object.metadata, ownerReferences };
  store.write({ ...object, metadata }, aiManager);
}

function missingGatewayOf(
  { metadata, spec }: AiGatewayRoute,
  store: ObjectStore,
): string | undefined {
  return spec.parentRefs
    .map(({ name, namespace = metadata.namespace }) => ({ name, namespace }))
    .filter(
      ({ name, namespace }) =>
        !store.get('gateways', 'gateway.networking.k8s.io', namespace, name),
    )
    .map(
      ({ name, namespace }) =>
        `failed to sync gw pods: gateway ${namespace}/${name} not found: Gateway.gateway.networking.k8s.io "${name}" not found`,
    )[0];
}

/** Makes the HTTPRoute of an AIGatewayRoute, and its filters. Answers what to say of the route. */
export function reconcileRoute(
  route: AiGatewayRoute,
  objects: AiObjects,
  store: ObjectStore,
): Acceptance {
  const missing = missingBackendOf(route, objects);
  if (missing !== undefined) {
    const backend = `${missing}.${route.metadata.namespace}`;
    return {
      problem: `failed to construct a new HTTPRoute: failed to get AIServiceBackend ${backend}: AIServiceBackend ${backend} not found`,
    };
  }
  generateRoute(route, objects).forEach(object =>
    writeGenerated(object, store),
  );
  const problem = missingGatewayOf(route, store);
  return problem === undefined
    ? { message: 'AI Gateway Route reconciled successfully' }
    : { problem };
}
