import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { startSandbox } from '../../startSandbox';
import { ParityTarget } from './ParityTarget';

/** A sandbox of its own, in this process. */
export async function sandboxTarget(): Promise<ParityTarget> {
  const { apiUrl, gatewayUrl, modelsUrl, token, close } = await startSandbox({
    processorIntervalMs: 100,
  });
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'sandbox', server: apiUrl, skipTLSVerify: true },
    { name: 'portal', token },
  );
  return {
    objects: KubernetesObjectApi.makeApiClient(config),
    gatewayUrl,
    modelsUrl,
    gateway: 'models',
    run: 'sandbox',
    settleMs: 50,
    close,
  };
}
