import { ClusterObjects } from '../ClusterObjects';
import { keyOf } from '../resources/metadata';
import { ObjectStatus } from '../status/PolicyStatus';
import { attachClientPolicies } from './attachClientPolicies';
import { attachRoutes, AttachedRoute } from './attachRoutes';
import { GatewayConfiguration } from './GatewayConfiguration';
import { gatewayClassStatus, gatewayStatus } from './gatewayStatus';
import { PolicyAttachment } from './PolicyAttachment';
import { byPrecedence } from './routePrecedence';
import { routeStatuses } from './routeStatus';
import { securityPolicyBehaviour } from './translateSecurityPolicy';
import { trafficPolicyBehaviour } from './translateTrafficPolicy';

/** Switches of an installation of Envoy Gateway. */
export interface CompileOptions {
  /** Whether a rate limit service is configured (stack-proof 6). */
  readonly globalRateLimit: boolean;
}

function backendStatuses(
  routes: readonly AttachedRoute[],
  backends: ClusterObjects['backends'],
): ObjectStatus[] {
  const referenced = new Set(
    routes.flatMap(({ route }) =>
      route.spec.rules
        .flatMap(rule => rule.backendRefs)
        .map(
          ({ namespace, name }) =>
            `${namespace ?? route.metadata.namespace}/${name}`,
        ),
    ),
  );
  return [...backends.values()]
    .filter(backend => referenced.has(keyOf(backend)))
    .map(({ metadata }) => ({
      kind: 'Backend',
      namespace: metadata.namespace,
      name: metadata.name,
      status: {
        conditions: [
          {
            type: 'Accepted',
            status: 'True',
            reason: 'Accepted',
            message: 'The Backend was accepted',
            observedGeneration: metadata.generation,
          },
        ],
      },
    }));
}

/**
 * What Envoy Gateway makes of the cluster's objects: the data plane's configuration and every status it writes.
 *
 * Pure. Objects that nothing references, and policies without a target, have no status in the result
 * (stack-proof 8).
 */
export function compileConfiguration(
  objects: ClusterObjects,
  options: CompileOptions,
): { configuration: GatewayConfiguration; statuses: ObjectStatus[] } {
  const { gateways, secrets, backends } = objects;
  const { routes, drafts } = attachRoutes(objects);
  const targets = { gateways, routes, drafts };
  const client = attachClientPolicies(objects);
  const statuses = [
    ...objects.gatewayClasses.map(gatewayClassStatus),
    ...gateways.map(gateway => gatewayStatus(gateway, routes, secrets)),
    ...backendStatuses(routes, backends),
    ...routeStatuses(routes, drafts),
    ...client.statuses,
    ...new PolicyAttachment(
      securityPolicyBehaviour(objects),
      objects.securityPolicies,
      targets,
    ).attachAll(),
    ...new PolicyAttachment(
      trafficPolicyBehaviour(options),
      objects.backendTrafficPolicies,
      targets,
    ).attachAll(),
  ];
  return {
    configuration: {
      routes: byPrecedence(drafts),
      earlyHeaders: client.earlyHeaders,
      bufferLimits: client.bufferLimits,
    },
    statuses,
  };
}

/**
 * Whether Envoy Gateway would publish this configuration: an empty API key anywhere makes it keep the old one for
 * the whole Gateway, without a word in any status (stack-proof 3).
 */
export function isPublishable({ routes }: GatewayConfiguration): boolean {
  return routes.every(
    ({ security }) => !Object.hasOwn(security?.apiKeyAuth?.clients ?? {}, ''),
  );
}
