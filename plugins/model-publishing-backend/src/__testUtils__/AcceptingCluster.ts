import { KubernetesObject } from '../cluster/defineResource';
import { aCondition } from '../conditions/observedObjects';
import { FakeCluster } from './FakeCluster';

const ALL = ['Accepted', 'ResolvedRefs', 'Programmed'].map(type =>
  aCondition(type, 'True'),
);
const ANCESTOR = { kind: 'Gateway', name: 'models' };
const POLICIES = [
  'SecurityPolicy',
  'ClientTrafficPolicy',
  'BackendTrafficPolicy',
];
const OF_AI_GATEWAY = ['AIGatewayRoute', 'AIServiceBackend'];

/** A cluster with the Gateway of the sandbox, in which both gateways accept whatever is written. */
export class AcceptingCluster extends FakeCluster {
  constructor() {
    super();
    this.seed({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: {
        name: 'models',
        namespace: 'model-gateway',
        generation: 1,
      },
      spec: { listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
      status: {
        conditions: ALL,
        listeners: [{ name: 'http', conditions: ALL }],
      },
    });
    this.onWrite = () => this.#accept();
  }

  #accept(): void {
    for (const object of [...this.objects.values()]) {
      const status = object.status ?? statusOf(object);
      if (status && !object.status) {
        this.store('MODIFIED', { ...object, status });
        if (object.kind === 'AIGatewayRoute') {
          this.#generateFrom(object);
        }
      }
    }
  }

  /** As the AI Gateway does: a route of the same name. */
  #generateFrom({ metadata, spec }: KubernetesObject): void {
    const { name, namespace, uid = '' } = metadata;
    const { parentRefs } = spec as { parentRefs: unknown };
    const apiVersion = 'aigateway.envoyproxy.io/v1beta1';
    this.store('ADDED', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        name,
        namespace,
        ownerReferences: [{ apiVersion, kind: 'AIGatewayRoute', name, uid }],
      },
      spec: { parentRefs },
    });
    this.#accept();
  }
}

function statusOf({ kind, spec }: KubernetesObject): object | undefined {
  if (kind === 'HTTPRoute') {
    const { parentRefs } = spec as { parentRefs: unknown[] };
    return {
      parents: parentRefs.map(parentRef => ({ parentRef, conditions: ALL })),
    };
  }
  if (POLICIES.includes(kind)) {
    return { ancestors: [{ ancestorRef: ANCESTOR, conditions: ALL }] };
  }
  return OF_AI_GATEWAY.includes(kind) ? { conditions: ALL } : undefined;
}
