import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClients } from '../cluster/createClusterClients';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import {
  ModelDirectory,
  WatchedModelDirectory,
} from '../models/ModelDirectory';
import { GatewayProbe } from '../probe/GatewayProbe';
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
  createProbe: (gateway: GatewayConfig) => GatewayProbe;
}

/** All gateways and tenants of the configuration, being watched and kept in order. */
export interface Fleet {
  gateways: GatewayRuntime[];
  models: ModelDirectory;
  /** Brings everything in order, and waits for it. */
  settle(): Promise<void>;
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
  const started = gateways.map(async ({ runtime, reconciler }) => {
    await reconciler.start(stopped.signal);
    logger.info(`Gateway "${runtime.gateway.name}" is being kept in order`);
  });
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
    settle: async () => {
      await Promise.all(started);
      await Promise.all(gateways.map(({ reconciler }) => reconciler.sweep()));
    },
    stop: () => stopped.abort(),
  };
}
