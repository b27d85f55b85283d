import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterConnector } from '@inference-portal/plugin-model-publishing-node';
import { ApiClusterClient } from './ApiClusterClient';
import { ClusterCallMetrics } from './ClusterCallMetrics';
import { ClusterClient } from './ClusterClient';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { systemTiming, WatchTiming } from './ListAndWatch';

/** One client for each cluster. */
export interface ClusterClients {
  /** @throws NotFoundError for a cluster that is not configured */
  get(clusterName: string): Promise<ClusterClient>;
}

export interface ClusterClientsOptions {
  connector: ClusterConnector;
  logger: LoggerService;
  timing?: WatchTiming;
  metrics?: ClusterCallMetrics;
}

export function createClusterClients({
  connector,
  logger,
  timing = systemTiming,
  metrics,
}: ClusterClientsOptions): ClusterClients {
  const clients = new Map<string, Promise<ClusterClient>>();
  const connect = async (name: string) =>
    new ApiClusterClient(
      name,
      new ConnectedKubeConfig(await connector.connect(name)),
      {
        onWatchFailure: (error, { plural }) => {
          metrics?.failed({ clusterName: name, verb: 'watch' }, 'interrupted');
          logger.warn(
            `${error.message}; watching ${plural} again as soon as possible`,
          );
        },
        onListenerFailure: error =>
          logger.error(`A change in cluster "${name}" was not taken in`, {
            error: String(error),
          }),
        timing,
        metrics,
      },
    );
  return {
    get(name) {
      const known = clients.get(name);
      if (known) {
        return known;
      }
      const client = connect(name);
      clients.set(name, client);
      // What fails now may be configured when it is asked for again.
      client.catch(() => clients.delete(name));
      return client;
    },
  };
}
