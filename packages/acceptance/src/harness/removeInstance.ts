import {
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';

const ENVOY_GATEWAY = 'gateway.envoyproxy.io/v1alpha1';

/** In the order of removal: routes first, and the guard with the policies. */
const KINDS = [
  { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  { apiVersion: ENVOY_GATEWAY, kind: 'BackendTrafficPolicy' },
  { apiVersion: ENVOY_GATEWAY, kind: 'SecurityPolicy' },
  { apiVersion: ENVOY_GATEWAY, kind: 'ClientTrafficPolicy' },
  { apiVersion: ENVOY_GATEWAY, kind: 'Backend' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
];

/** Takes from the gateway's namespace what one installation has left there, its guard included. */
export async function removeInstance(
  kubeConfig: KubeConfig,
  namespace: string,
  instanceId: string,
): Promise<void> {
  const client = KubernetesObjectApi.makeApiClient(kubeConfig);
  const selector = `${MANAGED_BY_LABEL}=${MANAGED_BY},${INSTANCE_LABEL}=${instanceId}`;
  for (const { apiVersion, kind } of KINDS) {
    const { items } = await client.list(
      apiVersion,
      kind,
      namespace,
      undefined,
      undefined,
      undefined,
      undefined,
      selector,
    );
    for (const { metadata } of items) {
      await client.delete({ apiVersion, kind, metadata });
    }
  }
}
