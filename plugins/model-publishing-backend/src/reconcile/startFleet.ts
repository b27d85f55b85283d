import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { setMaxListeners } from 'node:events';
import { ActivityJournal } from '../activity/ActivityJournal';
import { ClusterClients } from '../cluster/createClusterClients';
import { clusterSettingsOf } from '../config/clusterSettings';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import {
  ModelDirectory,
  WatchedModelDirectory,
} from '../models/ModelDirectory';
import { MODEL_KINDS, publicationIdOf } from '../names';
import { GatewayProbe, GatewayProbeOptions } from '../probe/GatewayProbe';
import { PublicationState } from '../state/PublicationState';
import { TenantPlace } from '../tenancy/Tenant';
import { TenantRegistry } from '../tenancy/TenantRegistry';
import { createGateway, StartedGateway } from './createGateway';
import { GatewayRuntime } from './GatewayRuntime';
import { ReconcileMetrics } from './ReconcileMetrics';
import { watchClusterRuntimes } from './watchClusterRuntimes';
import { WatchedTenants } from './WatchedTenants';

export interface FleetOptions {
  config: ModelPublishingConfig;
  clients: ClusterClients;
  /** Its tenants are watched, and those that it comes to know. */
  registry: Pick<TenantRegistry, 'known' | 'retain' | 'onRead'>;
  logger: LoggerService;
  auditor: AuditorService;
  activity?: ActivityJournal;
  metrics?: ReconcileMetrics;
  clock: () => Date;
  random: RandomBytes;
  createProbe: (
    gateway: GatewayConfig,
    options: Pick<GatewayProbeOptions, 'probeKey'>,
  ) => GatewayProbe;
}

/** All gateways and tenants, being watched and kept in order. */
export interface Fleet {
  gateways: GatewayRuntime[];
  models: ModelDirectory;
  /** Brings everything in order, and waits for it. */
  settle(): Promise<void>;
  stop(): void;
}

/** Begins to watch. A cluster that is away does not hold this up: its part says so until it is back. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { config, clients, registry, logger } = options;
  const stopped = new AbortController();
  // Each watch listens to it, however many there are.
  setMaxListeners(0, stopped.signal);
  const tenants = new WatchedTenants(clients, stopped.signal);
  const runtimes = await watchClusterRuntimes(config, clients, stopped.signal);
  const models = new WatchedModelDirectory(tenants, cluster => ({
    settings: clusterSettingsOf(config, cluster),
    runtimes: runtimes.get(cluster),
  }));
  const gateways: StartedGateway[] = [];
  for (const gateway of config.gateways) {
    const client = await clients.get(gateway.cluster);
    gateways.push(
      createGateway({ ...options, gateway, client, tenants, models }),
    );
  }
  for (const tenant of config.tenants) {
    await tenants.watch(tenant);
  }
  // The states say which tenants are served, also those that nothing else names any more.
  registry.retain(() =>
    gateways.flatMap(({ runtime }) => runtime.states.list().map(placeOf)),
  );
  const watchKnown = async () => {
    for (const tenant of registry.known()) {
      await tenants
        .watch(tenant)
        .catch(error => logger.warn(`A tenant is not watched: ${error}`));
    }
  };
  registry.onRead(() => void watchKnown());
  const started = gateways.map(async ({ runtime, reconciler }) => {
    await reconciler.start(stopped.signal);
    models.onChange(model => reconciler.enqueue(idsOf(model, runtime)));
    await watchKnown();
    const { name } = runtime.gateway;
    logger.info(`Gateway "${name}" is being kept in order`, { gateway: name });
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

function placeOf({ cluster, tenant }: PublicationState): TenantPlace {
  return { cluster, namespace: tenant };
}

/** The publications of a model on a gateway; a model's name does not say of which kind it is. */
function idsOf(
  { namespace, name }: { namespace: string; name: string },
  { states }: GatewayRuntime,
): string[] {
  return MODEL_KINDS.map(kind =>
    publicationIdOf({ namespace, kind, model: name }),
  ).filter(id => states.seen(id));
}
