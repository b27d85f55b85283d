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
import { Gateway, gatewaySchema } from './resources/Gateway';
import { HttpRoute, httpRouteSchema } from './resources/HttpRoute';
import { keyOf } from './resources/metadata';
import { Secret, secretSchema } from './resources/Secret';
import {
  SecurityPolicy,
  securityPolicySchema,
} from './resources/SecurityPolicy';

/** An object together with what the API server stored, which merging needs because it has no defaults filled in. */
export type WithSource<T> = T & { readonly source: unknown };

/** Everything a gateway's configuration is made from; lists are sorted oldest first, as Envoy Gateway does. */
export interface ClusterObjects {
  readonly gateways: readonly Gateway[];
  readonly routes: readonly HttpRoute[];
  readonly backends: ReadonlyMap<string, Backend>;
  readonly secrets: ReadonlyMap<string, Secret>;
  readonly securityPolicies: readonly WithSource<SecurityPolicy>[];
  readonly backendTrafficPolicies: readonly WithSource<BackendTrafficPolicy>[];
  readonly clientTrafficPolicies: readonly ClientTrafficPolicy[];
}

interface Sortable {
  metadata: { creationTimestamp: string; namespace: string; name: string };
}

function oldestFirst(a: Sortable, b: Sortable): number {
  return (
    a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp) ||
    keyOf(a).localeCompare(keyOf(b))
  );
}

function parsed<T extends Sortable>(
  schema: z.ZodType<T>,
  objects: readonly unknown[],
): WithSource<T>[] {
  return objects
    .flatMap(source => {
      const result = schema.safeParse(source);
      return result.success ? [{ ...result.data, source }] : [];
    })
    .sort(oldestFirst);
}

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
  list: (plural: string, group: string) => readonly unknown[],
): ClusterObjects {
  const gatewayApi = 'gateway.networking.k8s.io';
  const envoyGateway = 'gateway.envoyproxy.io';
  return {
    gateways: parsed(gatewaySchema, list('gateways', gatewayApi)).filter(
      ({ spec }) => spec.gatewayClassName === 'envoy',
    ),
    routes: parsed(httpRouteSchema, list('httproutes', gatewayApi)),
    backends: byKey(parsed(backendSchema, list('backends', envoyGateway))),
    secrets: byKey(parsed(secretSchema, list('secrets', ''))),
    securityPolicies: parsed(
      securityPolicySchema,
      list('securitypolicies', envoyGateway),
    ),
    backendTrafficPolicies: parsed(
      backendTrafficPolicySchema,
      list('backendtrafficpolicies', envoyGateway),
    ),
    clientTrafficPolicies: parsed(
      clientTrafficPolicySchema,
      list('clienttrafficpolicies', envoyGateway),
    ),
  };
}
