import { createServer } from 'node:http';
import { KubeConfig } from '@kubernetes/client-node';
import { closeServer, listenOnLoopback } from '../../listenOnLoopback';
import {
  createKubernetesApi,
  KubernetesApi,
  KubernetesApiOptions,
} from '../createKubernetesApi';

/** An API server for one test file. */
export interface ApiFixture extends KubernetesApi {
  readonly config: KubeConfig;
  readonly url: string;
  /** A configuration with another token. */
  configFor(token: string): KubeConfig;
  close(): Promise<void>;
}

/** Starts an API server on a free port, with the namespaces of the sandbox. */
export async function startApi(
  options: Partial<KubernetesApiOptions> = {},
): Promise<ApiFixture> {
  const api = createKubernetesApi({
    tokens: { admin: { user: 'admin' } },
    ...options,
  });
  for (const name of ['model-gateway', 'tenant-a']) {
    if (!api.store.get('namespaces', '', undefined, name)) {
      api.store.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
  }
  const server = createServer(api.handler);
  const url = `http://127.0.0.1:${await listenOnLoopback(server, 0, 'test')}`;
  const configFor = (token: string) => {
    const config = new KubeConfig();
    const cluster = { name: 'sandbox', server: url, skipTLSVerify: true };
    config.loadFromClusterAndUser(cluster, { name: 'test', token });
    return config;
  };
  return {
    ...api,
    url,
    config: configFor('admin'),
    configFor,
    close: async () => {
      await closeServer(server);
      api.close();
    },
  };
}
