import { mockServices } from '@backstage/backend-test-utils';
import { randomBytes, randomUUID } from 'node:crypto';
import { FakeCluster, FakeClusterClient } from './FakeCluster';
import { FakeTenantRegistry } from './FakeTenantRegistry';
import { FakeUsageStore } from './FakeUsageStore';
import { ActivityJournal, noJournal } from '../activity/ActivityJournal';
import { ActivityReader } from '../activity/ActivityStore';
import { inMemoryDatabase } from './inMemoryDatabase';
import { DatabaseAccessRequestStore } from '../accessRequests/DatabaseAccessRequestStore';
import { News, Recipient } from '../notifications/OwnerNotifier';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { TestRequestSender } from '../console/TestRequestSender';
import { PluginMetrics } from '../metrics/createMetrics';
import { GatewayProbe } from '../probe/GatewayProbe';
import { FleetOptions, startFleet } from '../reconcile/startFleet';
import { Caller } from '../tenancy/Caller';
import { createTenantAccess } from '../tenancy/TenantAccess';
import { UsageStore } from '../usage/telling/UsageStore';
import { createUseCases } from '../useCases/createUseCases';
import { DefaultPublicationDirectory } from '../useCases/PublicationDirectory';
import { aCaller, aGateway } from './builders';

const DAY_MS = 24 * 60 * 60_000;

const gateway = aGateway({ cluster: 'fake', probeUrl: 'http://127.0.0.1:1' });

export const aConfig: ModelPublishingConfig = {
  instanceId: 'test',
  gateways: [gateway],
  tenants: [
    { cluster: 'fake', namespace: 'tenant-a', owners: ['group:default/a'] },
    { cluster: 'fake', namespace: 'tenant-b', owners: ['group:default/b'] },
  ],
  admins: ['group:default/platform'],
  services: [],
  tenancy: {
    membership: 'catalog',
    groupAnnotation: { trustedLocations: [] },
  },
  clusters: { default: 'fake', known: ['fake'] },
  clusterSettings: new Map(),
  prometheus: new Map(),
  limits: {
    defaults: { requestsPerMinute: 100, burstLimit: 10 },
    maxima: {},
    approximate: false,
  },
  keys: {
    prefix: 'mp',
    reveal: 'owners',
    grace: { default: '24h', maximum: '30d' },
  },
  authentication: { allowAnonymous: false },
  openai: { listModels: 'closed', liveProbe: false },
  timeouts: { traditionalSeconds: 60, openaiSeconds: 600 },
  usage: {
    intervalMs: 10_000,
    delayMs: 0,
    retentionMs: { minute: 2 * DAY_MS, hour: 90 * DAY_MS, day: 730 * DAY_MS },
  },
};

export const aMemberOf = (group: string): Caller =>
  aCaller({
    kind: 'user',
    name: `user:default/${group}-user`,
    claims: [`group:default/${group}`],
  });

/** A gateway that answers at once as if everything were in force. */
export const agreeingProbe: GatewayProbe = {
  untilAccepted: async () => true,
  untilServed: async () => true,
  untilRefused: async () => true,
  untilGone: async () => true,
  statusWithoutKey: async () => 401,
  modelsOf: async () => [`canary-${Number.MAX_SAFE_INTEGER}`],
};

/** Where nothing has happened yet. */
const nothingHappened: ActivityReader & ActivityJournal = {
  ...noJournal,
  page: async () => ({ items: [], totalItems: 0 }),
};

/** What was counted of usage, for use cases to read. */
export interface FakeUsage {
  store: UsageStore;
  /** Of every cluster. */
  source: { exists: boolean };
}

const nothingCounted: FakeUsage = {
  store: new FakeUsageStore(),
  source: { exists: false },
};

/** A gateway whose models answer test requests with nothing. */
export const silentSender: TestRequestSender = async function* silent() {
  yield { type: 'response', status: 200, headers: {}, latencyMs: 1 };
  yield { type: 'end', durationMs: 1, truncated: false };
};

/** Puts a ready model with its Service into a fake cluster. */
export function seedModel(
  cluster: FakeCluster,
  namespace: string,
  name: string,
): void {
  const uid = `uid-of-${namespace}-${name}`;
  cluster.seed({
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name, namespace, uid },
    spec: { predictor: { model: { modelFormat: { name: 'sklearn' } } } },
    status: {
      deploymentMode: 'Standard',
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  });
  cluster.seed({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${name}-predictor`,
      namespace,
      labels: { 'serving.kserve.io/inferenceservice': name },
      ownerReferences: [
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name,
          uid,
          controller: true,
        },
      ],
    },
    spec: {
      selector: { app: name },
      type: 'ClusterIP',
      clusterIP: '10.0.0.1',
      ports: [{ port: 80 }],
    },
  });
}

/** The whole backend but for HTTP, on a fake cluster; a second one is another replica, or the same after a crash. */
export async function aPortal(
  cluster: FakeCluster,
  clock = () => new Date(),
  probe = agreeingProbe,
  config: Partial<ModelPublishingConfig> = {},
  counted = nothingCounted,
  sendTestRequest = silentSender,
) {
  const client = new FakeClusterClient(cluster);
  const logger = mockServices.logger.mock();
  const portal = await startPortal({
    config: { ...aConfig, ...config },
    clients: { get: async () => client },
    logger,
    clock,
    probe,
    counted,
    sendTestRequest,
  });
  await portal.fleet.settle();
  return { client, logger, ...portal };
}

/** The whole backend but for HTTP, on any cluster. Whether it can bring anything in order shows later. */
export async function startPortal({
  config,
  clients,
  logger,
  clock,
  probe = agreeingProbe,
  counted = nothingCounted,
  sendTestRequest = silentSender,
  activity = nothingHappened,
  metrics,
}: Pick<FleetOptions, 'config' | 'clients' | 'logger' | 'clock'> & {
  probe?: GatewayProbe;
  counted?: FakeUsage;
  sendTestRequest?: TestRequestSender;
  activity?: ActivityReader & ActivityJournal;
  metrics?: PluginMetrics;
}) {
  const registry = new FakeTenantRegistry(config.tenants);
  const fleet = await startFleet({
    config,
    clients,
    registry,
    logger,
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    clock,
    activity,
    random: randomBytes,
    createProbe: () => probe,
    metrics: metrics?.reconcile,
  });
  const access = createTenantAccess({
    registry,
    admins: config.admins,
  });
  // Without tables, which take a while; tests that keep requests make them.
  const requestsDatabase = inMemoryDatabase();
  const told: Array<[Recipient, News]> = [];
  const useCases = createUseCases({
    config,
    access,
    accessRequests: new DatabaseAccessRequestStore(requestsDatabase, {
      clock,
      logger,
      newId: randomUUID,
    }),
    notifier: { tell: async (...news) => void told.push(news) },
    owners: { existing: async refs => new Set(refs) },
    models: fleet.models,
    modelProbe: { speaksOpenai: async () => undefined },
    gateways: fleet.gateways,
    sendTestRequest,
    publications: new DefaultPublicationDirectory(fleet.gateways, access),
    activity,
    usage: counted.store,
    usageSource: { has: () => counted.source.exists },
    logger,
    clock,
    random: randomBytes,
    newUid: randomUUID,
    metrics: metrics?.useCases,
  });
  return { fleet, registry, access, useCases, requestsDatabase, told };
}
