import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClients } from '../cluster/createClusterClients';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import {
  ModelDirectory,
  WatchedModelDirectory,
} from '../models/ModelDirectory';
import { createGateway, StartedGateway } from './createGateway';
import { GatewayRuntime } from './GatewayRuntime';
import { createTenantWatches, TenantWatches } from './TenantWatches';

export interface FleetOptions {
  config: ModelPublishingConfig;
  clients: ClusterClients;
  logger: LoggerService;
  auditor: AuditorService;
  clock: () => Date;
  random: RandomBytes;
}

/** All gateways and tenants of the configuration, being watched and kept in order. */
export interface Fleet {
  gateways: GatewayRuntime[];
  models: ModelDirectory;
  stop(): void;
}

/** Begins to watch. A cluster that is away does not hold this up: its part says so until it is back. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { config, clients, logger } = options;
  const stopped = new AbortController();
  const tenants = new Map<string, TenantWatches>();
  for (const { cluster, namespace } of config.tenants) {
    tenants.set(
      `${cluster}/${namespace}`,
      createTenantWatches(await clients.get(cluster), namespace),
    );
  }
  const models = new WatchedModelDirectory(tenants);
  const gateways: StartedGateway[] = [];
  for (const gateway of config.gateways) {
    const client = await clients.get(gateway.cluster);
    gateways.push(
      createGateway({ ...options, gateway, client, tenants, models }),
    );
  }
  for (const watches of tenants.values()) {
    Object.values(watches).forEach(watch => watch.start(stopped.signal));
  }
  for (const { runtime, reconciler } of gateways) {
    const { name } = runtime.gateway;
    void reconciler.start(stopped.signal).then(
      () => logger.info(`Gateway "${name}" is being kept in order`),
      error =>
        logger.error(`Gateway "${name}" cannot be kept in order: ${error}`),
    );
  }
  models.onChange(model => {
    for (const { runtime, reconciler } of gateways) {
      const affected = runtime.states
        .list()
        .filter(
          state =>
            state.tenant === model.namespace && state.model === model.name,
        );
      reconciler.enqueue(affected.map(({ id }) => id));
    }
  });
  return {
    gateways: gateways.map(({ runtime }) => runtime),
    models,
    stop: () => stopped.abort(),
  };
}
