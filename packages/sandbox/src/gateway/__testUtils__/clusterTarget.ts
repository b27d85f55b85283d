import { randomUUID } from 'node:crypto';
import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { ParityNames } from './ParityCase';
import { backend, irisRoute } from './parityObjects';
import { drop, ParityTarget, put } from './ParityTarget';

/**
 * The real stack; the Gateway is `models` unless another name is given. While it is open, it holds one route of its
 * own, because a Gateway without routes does not listen.
 */
export async function clusterTarget({
  kubeconfig,
  gatewayUrl,
  modelsUrl,
  gateway = 'models',
}: {
  kubeconfig: string;
  gatewayUrl: string;
  modelsUrl?: string;
  gateway?: string;
}): Promise<ParityTarget> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const run = randomUUID().slice(0, 6);
  const prefix = `parity-${run}`;
  const names: ParityNames = {
    prefix,
    host: `${prefix}.parity.test`,
    namespace: 'model-gateway',
    gateway,
  };
  const anchors = [backend(names), irisRoute(names)];
  const target: ParityTarget = {
    objects: KubernetesObjectApi.makeApiClient(config),
    gatewayUrl,
    modelsUrl,
    gateway,
    run,
    settleMs: 1000,
    close: async () => {
      for (const anchor of anchors) {
        await drop(target, anchor);
      }
    },
  };
  for (const anchor of anchors) {
    await put(target, anchor);
  }
  return target;
}
