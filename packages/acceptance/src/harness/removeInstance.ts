import {
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import {
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNotFound } from './isNotFound';

const ENVOY_GATEWAY = 'gateway.envoyproxy.io/v1alpha1';
const AI_GATEWAY = 'aigateway.envoyproxy.io/v1beta1';

/** In the order of removal: routes first, those of the AI Gateway before what it makes of them, and the guard with the policies. */
const KINDS = [
  { apiVersion: AI_GATEWAY, kind: 'AIGatewayRoute' },
  { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  { apiVersion: ENVOY_GATEWAY, kind: 'HTTPRouteFilter' },
  { apiVersion: AI_GATEWAY, kind: 'AIServiceBackend' },
  { apiVersion: ENVOY_GATEWAY, kind: 'BackendTrafficPolicy' },
  { apiVersion: ENVOY_GATEWAY, kind: 'SecurityPolicy' },
  { apiVersion: ENVOY_GATEWAY, kind: 'ClientTrafficPolicy' },
  { apiVersion: ENVOY_GATEWAY, kind: 'Backend' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
];

/** The AI Gateway takes a moment to let go of its routes. */
const REMOVAL_MS = 30_000;
const POLL_MS = 250;

export interface Instance {
  instanceId: string;
  gateway: { namespace: string; name: string };
  /** Those in which it writes. */
  namespaces: string[];
  hasAiGateway: boolean;
}

/**
 * Takes away what one installation has left, its guard included.
 *
 * @throws Error that names what is still there after half a minute
 */
export async function removeInstance(
  kubeConfig: KubeConfig,
  instance: Instance,
): Promise<void> {
  const client = KubernetesObjectApi.makeApiClient(kubeConfig);
  await removeListeners(client, instance);
  const deadline = Date.now() + REMOVAL_MS;
  let left = await removeOnce(client, instance);
  while (left.length > 0) {
    if (Date.now() > deadline) {
      throw new Error(`The tests have left ${left.join(', ')}`);
    }
    await sleep(POLL_MS);
    left = await removeOnce(client, instance);
  }
}

/** An apply of nothing takes away what the same manager has applied before. */
async function removeListeners(
  client: KubernetesObjectApi,
  { instanceId, gateway }: Instance,
): Promise<void> {
  await client.patch(
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: gateway,
    },
    undefined,
    undefined,
    `${MANAGED_BY}-${instanceId}`,
    false,
    PatchStrategy.ServerSideApply,
  );
}

/** Answers what was there. */
async function removeOnce(
  client: KubernetesObjectApi,
  { instanceId, namespaces, hasAiGateway }: Instance,
): Promise<string[]> {
  const selector = `${MANAGED_BY_LABEL}=${MANAGED_BY},${INSTANCE_LABEL}=${instanceId}`;
  const kinds = KINDS.filter(
    ({ apiVersion }) => hasAiGateway || apiVersion !== AI_GATEWAY,
  );
  const found: string[] = [];
  for (const { apiVersion, kind } of kinds) {
    for (const namespace of namespaces) {
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
        found.push(`${kind} ${namespace}/${metadata?.name}`);
        await deleteUnlessGone(client, { apiVersion, kind, metadata });
      }
    }
  }
  return found;
}

/** Objects may go with others that own them. */
async function deleteUnlessGone(
  client: KubernetesObjectApi,
  object: Parameters<KubernetesObjectApi['delete']>[0],
): Promise<void> {
  try {
    await client.delete(object);
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
  }
}
