import { ModelComponent, ModelSeed } from './inferenceServices';

/** Label by which KServe marks the Services of a model. */
export const modelLabel = 'serving.kserve.io/inferenceservice';

/** The Service through which Knative is reached from within the cluster, where KServe expects it. */
export const localGateway = {
  namespace: 'istio-system',
  name: 'knative-local-gateway',
} as const;

/** DNS name of a Service. */
export function hostOf(namespace: string, name: string): string {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** What Knative's installation for Istio brings. */
export function localGatewayService() {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...localGateway },
    spec: {
      type: 'ClusterIP',
      selector: { istio: 'ingressgateway' },
      ports: [{ name: 'http2', port: 80, protocol: 'TCP', targetPort: 8081 }],
    },
  };
}

/**
 * The Service of a component: in Standard mode KServe's own, in Knative mode the one that Knative makes for its Route.
 * There, objects of Knative are between the two in a real cluster, and the Route is the owner; the sandbox has none.
 *
 * @param ownerUid - uid of the InferenceService
 */
export function componentService(
  { namespace, name, mode }: ModelSeed,
  component: ModelComponent,
  ownerUid: string,
) {
  const serviceName = `${name}-${component}`;
  const app = `isvc.${serviceName}`;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: serviceName,
      namespace,
      labels: { app, component, [modelLabel]: name },
      ownerReferences: [
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name,
          uid: ownerUid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec:
      mode === 'Knative'
        ? {
            type: 'ExternalName',
            externalName: hostOf(localGateway.namespace, localGateway.name),
            ports: [
              { name: 'http2', port: 80, protocol: 'TCP', targetPort: 80 },
            ],
          }
        : {
            type: 'ClusterIP',
            selector: { app },
            ports: [
              {
                name: serviceName,
                port: 80,
                protocol: 'TCP',
                targetPort: 8080,
              },
            ],
          },
  };
}
