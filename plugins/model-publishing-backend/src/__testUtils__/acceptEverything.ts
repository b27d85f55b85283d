import { KubernetesObject } from '../cluster/defineResource';
import { aGateway } from './builders';
import { FakeCluster } from './FakeCluster';

const { gateway: name, namespace } = aGateway();
const accepted = ['Accepted', 'Programmed', 'ResolvedRefs'].map(type => ({
  type,
  status: 'True',
  reason: type,
}));

/** What Envoy Gateway says of an object that is as it should be. */
const STATUS: Record<string, object> = {
  Gateway: { conditions: accepted },
  HTTPRoute: { parents: [{ parentRef: { name }, conditions: accepted }] },
  SecurityPolicy: policyStatus(),
  BackendTrafficPolicy: policyStatus(),
  InferenceService: {
    deploymentMode: 'Standard',
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

/** Lets gateway and models say that they are content with everything that is there, beginning with the Gateway. */
export function acceptEverything(cluster: FakeCluster): void {
  const gateway: KubernetesObject = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace },
  };
  const kept = [...cluster.objects.values()].filter(
    ({ kind }) => kind !== gateway.kind,
  );
  for (const object of [gateway, ...kept]) {
    const status = STATUS[object.kind];
    if (status) {
      cluster.store('MODIFIED', { ...object, status });
    }
  }
}

function policyStatus(): object {
  return {
    ancestors: [
      {
        ancestorRef: { kind: 'Gateway', name, namespace },
        controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
        conditions: accepted,
      },
    ],
  };
}
