import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { Sandbox, startSandbox } from '../../startSandbox';
import { ParityTarget } from './ParityTarget';

/** A sandbox of its own, in this process. */
export async function sandboxTarget(): Promise<
  ParityTarget & Pick<Sandbox, 'metricsUrl'>
> {
  const sandbox = await startSandbox({ processorIntervalMs: 100 });
  const { apiUrl, gatewayUrl, modelsUrl, metricsUrl, token, close } = sandbox;
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'sandbox', server: apiUrl, skipTLSVerify: true },
    { name: 'portal', token },
  );
  return {
    objects: KubernetesObjectApi.makeApiClient(config),
    gatewayUrl,
    modelsUrl,
    metricsUrl,
    gateway: 'models',
    run: 'sandbox',
    settleMs: 50,
    close,
  };
}
