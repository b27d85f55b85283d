import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  clusterConnectorServiceRef,
  UsageSource,
  usageSourceExtensionPoint,
} from '@inference-portal/plugin-model-publishing-node';
import { randomBytes, randomUUID } from 'node:crypto';
import { startActivity } from './activity/startActivity';
import { startAccessRequests } from './accessRequests/startAccessRequests';
import { createClusterClients } from './cluster/createClusterClients';
import { readModelPublishingConfig } from './config/readModelPublishingConfig';
import { createTestRequestSender } from './console/createTestRequestSender';
import { openDatabase } from './database/openDatabase';
import { startIdempotency } from './idempotency/startIdempotency';
import { LiveUpdates } from './live/LiveUpdates';
import { createMetrics } from './metrics/createMetrics';
import { HttpModelProbe } from './models/ModelProbe';
import { pause } from './pause';
import { BackstageOwnerNotifier } from './notifications/BackstageOwnerNotifier';
import { createPublicationFinder } from './permissions/createPublicationFinder';
import { registerPermissions } from './permissions/registerPermissions';
import { HttpGatewayProbe } from './probe/GatewayProbe';
import { GatewayRuntime } from './reconcile/GatewayRuntime';
import { startFleet } from './reconcile/startFleet';
import { createRouter, openRoutes } from './routes/createRouter';
import { uidsOf } from './state/uidsOf';
import { CatalogMembershipReader } from './tenancy/CatalogMembershipReader';
import { CatalogOwnerDirectory } from './tenancy/OwnerDirectory';
import { createPrincipalResolver } from './tenancy/principalOf';
import { createTenantAccess } from './tenancy/TenantAccess';
import { CatalogTenantRegistry } from './tenancy/TenantRegistry';
import { measuredThrottle } from './throttle/measuredThrottle';
import { BoundedRequestThrottle } from './throttle/RequestThrottle';
import { PrometheusUsageSource } from './usage/prometheus/PrometheusUsageSource';
import { startUsage } from './usage/startUsage';
import { createUseCases } from './useCases/createUseCases';
import { DefaultPublicationDirectory } from './useCases/PublicationDirectory';

const clock = () => new Date();
/** How long a publish or rotate call waits for the gateway, in milliseconds. */
const PROBE_WAIT_MS = 3_000;

/** Key validations that a replica answers, per second. */
const VALIDATIONS = {
  perAddress: { perSecond: 10, burst: 100 },
  total: { perSecond: 500, burst: 1000 },
};

/** What a test request may take: 30 s, and 1 MiB of its answer. */
const TEST_REQUESTS = { timeoutMs: 30_000, answerBytes: 2 ** 20 };

/** Publishes KServe models through Envoy Gateway. */
export const modelPublishingPlugin = createBackendPlugin({
  pluginId: 'model-publishing',
  register(env) {
    let usageSource: UsageSource | undefined;
    env.registerExtensionPoint(usageSourceExtensionPoint, {
      setUsageSource(source) {
        if (usageSource) {
          throw new Error('There is another source of usage already');
        }
        usageSource = source;
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusters: clusterConnectorServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const {
          auditor,
          auth,
          catalog,
          httpAuth,
          httpRouter,
          lifecycle,
          logger,
        } = services;
        const config = readModelPublishingConfig(services.config);
        const metrics = createMetrics(services.metrics, { clock });
        const database = await openDatabase(services.database);
        const idempotency = await startIdempotency({
          ...services,
          database,
          clock,
        });
        const registry = new CatalogTenantRegistry({
          config,
          catalog,
          auth,
          clock,
          logger,
        });
        const access = createTenantAccess({ registry, admins: config.admins });
        const live = new LiveUpdates({ ...services, sleep: pause });
        const gateways: GatewayRuntime[] = [];
        const published = () => uidsOf(gateways);
        const activity = await startActivity({
          ...services,
          database,
          clock,
          published,
          onWritten: () => live.changed(),
        });
        const fleet = await startFleet({
          config,
          clients: createClusterClients({
            connector: services.clusters,
            logger,
            metrics: metrics.clusterCalls,
          }),
          registry,
          logger,
          auditor,
          activity: activity.journal,
          metrics: metrics.reconcile,
          clock,
          random: randomBytes,
          createProbe: (gateway, { probeKey }) =>
            new HttpGatewayProbe(gateway, { waitMs: PROBE_WAIT_MS, probeKey }),
        });
        gateways.push(...fleet.gateways);
        gateways.forEach(runtime => runtime.onSeen(() => live.changed()));
        const stopped = new AbortController();
        void registry.start(stopped.signal);
        lifecycle.addShutdownHook(async () => {
          stopped.abort();
          fleet.stop();
          live.stop();
          await activity.stop();
        });
        const source =
          usageSource ?? new PrometheusUsageSource(config.prometheus);
        const usage = await startUsage({
          ...services,
          database,
          clock,
          source,
          gateways: fleet.gateways,
          usage: config.usage,
          holder: randomUUID(),
          onCollected: metrics.usageCollection.collected,
          onCounted: () => live.changed(),
        });
        const accessRequests = await startAccessRequests({
          ...services,
          database,
          clock,
          newId: randomUUID,
          published,
        });
        const publications = new DefaultPublicationDirectory(
          fleet.gateways,
          access,
        );
        const policies = registerPermissions({
          permissionsRegistry: services.permissionsRegistry,
          access,
          defaultCluster: config.clusters.default,
          findPublication: createPublicationFinder(fleet.gateways),
        });
        openRoutes.forEach(path =>
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' }),
        );
        httpRouter.use(
          createRouter({
            useCases: createUseCases({
              config,
              access,
              accessRequests,
              notifier: new BackstageOwnerNotifier({ ...services, access }),
              owners: new CatalogOwnerDirectory({ catalog, auth }),
              models: fleet.models,
              modelProbe: new HttpModelProbe(),
              gateways: fleet.gateways,
              sendTestRequest: createTestRequestSender(TEST_REQUESTS),
              publications,
              activity: activity.reader,
              phases: activity.phases,
              usage,
              usageSource: source,
              logger,
              clock,
              random: randomBytes,
              newUid: randomUUID,
              metrics: metrics.useCases,
            }),
            httpAuth,
            auditor,
            activity: activity.journal,
            idempotency,
            throttle: measuredThrottle(
              new BoundedRequestThrottle(VALIDATIONS, clock),
              () => metrics.useCases.validated('throttled'),
            ),
            permissions: services.permissions,
            policies,
            principalOf: createPrincipalResolver({
              config,
              userInfo: services.userInfo,
              memberships: new CatalogMembershipReader({
                catalog,
                auth,
                clock,
                logger,
              }),
            }),
          }),
        );
      },
    });
  },
});
