import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterConnector } from '@inference-portal/plugin-model-publishing-node';
import { ApiClusterClient } from './ApiClusterClient';
import { ClusterClient } from './ClusterClient';
import { ConnectedKubeConfig } from './connectCluster';

/** One client for each cluster. */
export interface ClusterClients {
  /** @throws NotFoundError for a cluster that is not configured */
  get(clusterName: string): Promise<ClusterClient>;
}

export function createClusterClients(options: {
  connector: ClusterConnector;
  logger: LoggerService;
}): ClusterClients {
  const clients = new Map<string, Promise<ClusterClient>>();
  const connect = async (name: string) =>
    new ApiClusterClient(
      name,
      new ConnectedKubeConfig(await options.connector.connect(name)),
      {
        onWatchFailure: error =>
          options.logger.warn(`${error.message}; watching again`),
      },
    );
  return {
    get(name) {
      const client = clients.get(name) ?? connect(name);
      clients.set(name, client);
      return client;
    },
  };
}
