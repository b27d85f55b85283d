import { reader, Sortable, WithSource } from './objectReader';
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
