import { z } from 'zod';
import { Backend, backendSchema } from './resources/Backend';
import {
  BackendTrafficPolicy,
  backendTrafficPolicySchema,
} from './resources/BackendTrafficPolicy';
import {
  ClientTrafficPolicy,
  clientTrafficPolicySchema,
} from './resources/ClientTrafficPolicy';
import {
  Gateway,
  GatewayClass,
  gatewayClassSchema,
  gatewaySchema,
} from './resources/Gateway';
import { HttpRoute, httpRouteSchema } from './resources/HttpRoute';
import {
  HttpRouteFilter,
  httpRouteFilterSchema,
} from './resources/HttpRouteFilter';
import { keyOf } from './resources/metadata';
import { Secret, secretSchema } from './resources/Secret';
import {
  SecurityPolicy,
  securityPolicySchema,
} from './resources/SecurityPolicy';
import { controllerName } from './status/Condition';

/** An object together with what the API server stored, which merging needs because it has no defaults filled in. */
export type WithSource<T> = T & { readonly source: unknown };

/** Everything a gateway's configuration is made from; lists are sorted oldest first, as Envoy Gateway does. */
export interface ClusterObjects {
  /** Those of our controller. */
  readonly gatewayClasses: readonly GatewayClass[];
  /** Those of our classes. */
  readonly gateways: readonly Gateway[];
  readonly routes: readonly HttpRoute[];
  readonly routeFilters: ReadonlyMap<string, HttpRouteFilter>;
  readonly backends: ReadonlyMap<string, Backend>;
  readonly secrets: ReadonlyMap<string, Secret>;
  readonly securityPolicies: readonly WithSource<SecurityPolicy>[];
  readonly backendTrafficPolicies: readonly WithSource<BackendTrafficPolicy>[];
  readonly clientTrafficPolicies: readonly ClientTrafficPolicy[];
}

interface Sortable {
  metadata: { creationTimestamp: string; namespace: string; name: string };
}

function ageOf({ metadata }: Sortable): string {
  return `${metadata.creationTimestamp} ${metadata.namespace}/${metadata.name}`;
}

/** Order in which Envoy Gateway and the AI Gateway look at objects. */
export function oldestFirst(a: Sortable, b: Sortable): number {
  return ageOf(a) < ageOf(b) ? -1 : 1;
}

/** Reads lists of one kind; an object that was read before is not read again, because stores replace objects. */
function reader<T extends Sortable>(schema: z.ZodType<T>) {
  const known = new WeakMap<object, WithSource<T> | null>();
  const read = (source: unknown): WithSource<T> | null => {
    const result = schema.safeParse(source);
    return result.success ? { ...result.data, source } : null;
  };
  return (objects: readonly object[]): WithSource<T>[] =>
    objects
      .flatMap(source => {
        const object = known.get(source) ?? read(source);
        known.set(source, object);
        return object ?? [];
      })
      .sort(oldestFirst);
}

const readGatewayClasses = reader(gatewayClassSchema);
const readGateways = reader(gatewaySchema);
const readRoutes = reader(httpRouteSchema);
const readRouteFilters = reader(httpRouteFilterSchema);
const readBackends = reader(backendSchema);
const readSecrets = reader(secretSchema);
const readSecurityPolicies = reader(securityPolicySchema);
const readTrafficPolicies = reader(backendTrafficPolicySchema);
const readClientPolicies = reader(clientTrafficPolicySchema);

function byKey<T extends Sortable>(objects: readonly T[]): Map<string, T> {
  return new Map(objects.map(object => [keyOf(object), object]));
}

/**
 * Reads the kinds that the gateway obeys. `list` answers the stored objects of one kind.
 *
 * An object of a shape that the gateway does not know is left out, as if it were not there: a real API server
 * would have refused it.
 */
export function readClusterObjects(
  list: (plural: string, group: string) => readonly object[],
): ClusterObjects {
  const gatewayApi = 'gateway.networking.k8s.io';
  const envoyGateway = 'gateway.envoyproxy.io';
  const gatewayClasses = readGatewayClasses(
    list('gatewayclasses', gatewayApi),
  ).filter(({ spec }) => spec.controllerName === controllerName);
  const classNames = gatewayClasses.map(({ metadata }) => metadata.name);
  return {
    gatewayClasses,
    gateways: readGateways(list('gateways', gatewayApi)).filter(({ spec }) =>
      classNames.includes(spec.gatewayClassName),
    ),
    routes: readRoutes(list('httproutes', gatewayApi)),
    routeFilters: byKey(
      readRouteFilters(list('httproutefilters', envoyGateway)),
    ),
    backends: byKey(readBackends(list('backends', envoyGateway))),
    secrets: byKey(readSecrets(list('secrets', ''))),
    securityPolicies: readSecurityPolicies(
      list('securitypolicies', envoyGateway),
    ),
    backendTrafficPolicies: readTrafficPolicies(
      list('backendtrafficpolicies', envoyGateway),
    ),
    clientTrafficPolicies: readClientPolicies(
      list('clienttrafficpolicies', envoyGateway),
    ),
  };
}
