import { connectionManagerOf } from '../../metrics/FilterMetrics';
import { ClusterObjects } from '../ClusterObjects';
import { Gateway, Listener } from '../resources/Gateway';
import { HttpRoute, ParentReference } from '../resources/HttpRoute';
import { keyOf } from '../resources/metadata';
import { Condition } from '../status/Condition';
import { RouteDraft } from './GatewayConfiguration';
import { hostnamesOnListener } from './hostnames';
import { draftsOfRoute, ResolvedRule, resolveRules } from './routeRules';

/** One of a route's parents that is ours, with the listeners that let the route in. */
export interface RouteParent {
  readonly reference: ParentReference;
  readonly gateway: Gateway;
  readonly listeners: readonly Listener[];
  readonly conditions: readonly Condition[];
}

/** A route that names at least one of our Gateways as its parent. */
export interface AttachedRoute {
  readonly route: HttpRoute;
  readonly parents: readonly RouteParent[];
}

function gatewayKey(route: HttpRoute, reference: ParentReference): string {
  return `${reference.namespace ?? route.metadata.namespace}/${reference.name}`;
}

function listenersFor(
  route: HttpRoute,
  reference: ParentReference,
  gateway: Gateway,
): { selected: Listener[]; allowed: Listener[] } {
  const selected = gateway.spec.listeners.filter(
    ({ name, port }) =>
      (reference.sectionName ?? name) === name &&
      (reference.port ?? port) === port,
  );
  const allowed = selected.filter(
    ({ allowedRoutes }) =>
      allowedRoutes?.namespaces.from === 'All' ||
      route.metadata.namespace === gateway.metadata.namespace,
  );
  return { selected, allowed };
}

function acceptance(
  selected: number,
  allowed: number,
  attached: number,
): Omit<Condition, 'observedGeneration'> {
  const refused = (reason: string, message: string) =>
    ({ type: 'Accepted', status: 'False', reason, message } as const);
  if (selected === 0) {
    return refused('NoMatchingParent', 'No listeners match this parent ref');
  }
  if (allowed === 0) {
    return refused(
      'NotAllowedByListeners',
      'No listeners included by this parent ref allowed this attachment.',
    );
  }
  if (attached === 0) {
    return refused(
      'NoMatchingListenerHostname',
      "There were no hostname intersections between the HTTPRoute and this parent ref's Listener(s).",
    );
  }
  return {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Route is accepted',
  };
}

function resolution(
  problems: readonly string[],
): Omit<Condition, 'observedGeneration'> {
  return problems.length
    ? {
        type: 'ResolvedRefs',
        status: 'False',
        reason: 'BackendNotFound',
        message: problems.join('\n'),
      }
    : {
        type: 'ResolvedRefs',
        status: 'True',
        reason: 'ResolvedRefs',
        message: 'Resolved all the Object references for the Route',
      };
}

function attachToParent(
  route: HttpRoute,
  reference: ParentReference,
  gateway: Gateway,
  rules: readonly ResolvedRule[],
): { parent: RouteParent; drafts: RouteDraft[] } {
  const { selected, allowed } = listenersFor(route, reference, gateway);
  const places = allowed.flatMap(listener =>
    hostnamesOnListener(route.spec.hostnames, listener.hostname).map(
      hostname => ({ listener, hostname }),
    ),
  );
  const listeners = [...new Set(places.map(({ listener }) => listener))];
  const observedGeneration = route.metadata.generation;
  const drafts = places.flatMap(({ listener, hostname }) =>
    draftsOfRoute(route, rules).map(draft => ({
      ...draft,
      name: `${draft.name}/${hostname.replaceAll('.', '_')}`,
      listener: `${keyOf(gateway)}/${listener.name}`,
      connectionManager: connectionManagerOf(listener.port),
      hostname,
    })),
  );
  const conditions = [
    acceptance(selected.length, allowed.length, listeners.length),
    resolution(rules.flatMap(({ problems }) => problems)),
  ].map(details => ({ ...details, observedGeneration }));
  return { parent: { reference, gateway, listeners, conditions }, drafts };
}

/**
 * Attaches every HTTPRoute to the listeners of its parents.
 *
 * Answers the routes with their conditions, and one draft per rule, match, hostname and listener. A route none of
 * whose parents is ours does not appear, so it gets no status (stack-proof 8).
 */
export function attachRoutes(objects: ClusterObjects): {
  routes: AttachedRoute[];
  drafts: RouteDraft[];
} {
  const gateways = new Map(objects.gateways.map(gw => [keyOf(gw), gw]));
  const drafts: RouteDraft[] = [];
  const routes = objects.routes.flatMap(route => {
    const rules = resolveRules(route, objects);
    const parents = route.spec.parentRefs.flatMap(reference => {
      const gateway = gateways.get(gatewayKey(route, reference));
      if (!gateway || reference.kind !== 'Gateway') {
        return [];
      }
      const attached = attachToParent(route, reference, gateway, rules);
      drafts.push(...attached.drafts);
      return [attached.parent];
    });
    return parents.length ? [{ route, parents }] : [];
  });
  return { routes, drafts };
}
