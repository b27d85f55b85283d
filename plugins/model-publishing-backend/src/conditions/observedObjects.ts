import { KubernetesObject } from '../cluster/defineResource';
import { Condition } from '../cluster/resources/Condition';
import { RenderedObject } from '../rendering/RenderedObject';

/** A condition as Envoy Gateway writes it, for tests. */
export function aCondition(
  type: string,
  status: string,
  changes: Partial<Condition> = {},
): Condition {
  const reason = type;
  return {
    type,
    status,
    reason,
    message: '',
    observedGeneration: 1,
    ...changes,
  };
}

/** A policy on a route, with one list of conditions for each Gateway or listener. */
export function aPolicyWith(
  reports: Condition[][],
  targetKind = 'HTTPRoute',
): KubernetesObject {
  return {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'SecurityPolicy',
    metadata: { name: 'published-model-iris', generation: 1 },
    spec: { targetRefs: [{ kind: targetKind, name: 'target' }] },
    status: {
      ancestors: reports.map(conditions => ({
        ancestorRef: { kind: 'Gateway', name: 'models' },
        conditions,
      })),
    },
  };
}

/** A route for these listeners, with the conditions that each of them has reported. */
export function aRouteWith(
  listeners: Array<string | undefined>,
  reports: Array<[string | undefined, Condition[]]>,
): KubernetesObject {
  const parentOf = (sectionName: string | undefined) => ({
    name: 'models',
    ...(sectionName && { sectionName }),
  });
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'published-model-iris', generation: 1 },
    spec: { parentRefs: listeners.map(parentOf), hostnames: [], rules: [] },
    status: {
      parents: reports.map(([sectionName, conditions]) => ({
        parentRef: parentOf(sectionName),
        conditions,
      })),
    },
  };
}

/** A rendered object as the API server holds it, accepted by the gateway. */
export function anAcceptedObject(rendered: RenderedObject): KubernetesObject {
  const conditions = [
    aCondition('Accepted', 'True'),
    aCondition('ResolvedRefs', 'True'),
  ];
  const ref = { kind: 'Gateway', name: 'models' };
  return {
    ...structuredClone(rendered),
    metadata: { ...structuredClone(rendered.metadata), generation: 1 },
    status:
      rendered.kind === 'HTTPRoute'
        ? { parents: [{ parentRef: ref, conditions }] }
        : { ancestors: [{ ancestorRef: ref, conditions }] },
  };
}
