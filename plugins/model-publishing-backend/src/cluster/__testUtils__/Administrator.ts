import { KubeConfig } from '@kubernetes/client-node';
import { ApiClusterClient } from '../ApiClusterClient';
import { ConnectedKubeConfig } from '../ConnectedKubeConfig';
import { systemTiming } from '../ListAndWatch';
import { ApiServerProxy, ApiServerProxyOptions } from './ApiServerProxy';

/** A real cluster with the rights of a kubeconfig, by whatever credentials it has. */
export interface Administrator {
  client: ApiClusterClient;
  /** Takes requests of all kinds, without credentials. */
  url: string;
  /** Another way in for callers with a token of their own, which tells of each answer. */
  listenToCalls(
    onAnswer: ApiServerProxyOptions['onAnswer'],
  ): Promise<{ url: string; close: () => void }>;
  close(): void;
}

export async function openAdministrator(
  kubeConfig: KubeConfig,
): Promise<Administrator> {
  const proxy = new ApiServerProxy({ kubeConfig, withCredentials: true });
  const url = await proxy.listen();
  const fail = (error: unknown) => {
    throw error;
  };
  const connection = {
    name: 'real',
    url,
    skipTlsVerify: false,
    getToken: async () => undefined,
  };
  return {
    client: new ApiClusterClient('real', new ConnectedKubeConfig(connection), {
      onWatchFailure: fail,
      onListenerFailure: fail,
      timing: systemTiming,
    }),
    url,
    listenToCalls: async onAnswer => {
      const listening = new ApiServerProxy({ kubeConfig, onAnswer });
      return {
        url: await listening.listen(),
        close: () => listening.close(),
      };
    },
    close: () => proxy.close(),
  };
}
