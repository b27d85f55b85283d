import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { aMetricsService } from './metrics/__testUtils__/aMetricsService';
import { modelPublishingPlugin } from './plugin';

/** Nothing listens there. */
const AWAY = 'http://127.0.0.1:1';

const config = {
  kubernetes: {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: [
          {
            name: 'main',
            url: AWAY,
            authProvider: 'serviceAccount',
            serviceAccountToken: 'token',
          },
        ],
      },
    ],
  },
  modelPublishing: {
    instanceId: 'test',
    clusters: { main: { prometheus: { url: AWAY } } },
    gateways: [
      {
        name: 'models',
        cluster: 'main',
        namespace: 'model-gateway',
        gateway: 'models',
        baseUrl: { scheme: 'http', port: 80 },
        hostnames: {
          default: 'models.example.org',
          allowed: ['models.example.org'],
        },
      },
    ],
    tenants: [
      {
        cluster: 'main',
        namespace: 'tenant-a',
        owners: ['group:default/tenant-a-team'],
      },
    ],
  },
};

describe('the plugin', () => {
  const { service, measurementsOf } = aMetricsService();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        modelPublishingPlugin,
        service.factory,
        mockServices.scheduler.factory({
          includeInitialDelayedTasksOnStartup: true,
        }),
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({ data: config }),
      ],
    });
  });
  afterAll(() => backend.stop());

  const call = (path: string, body: object) =>
    request(backend.server).post(`/api/model-publishing${path}`).send(body);
  const labelsOf = (name: string) =>
    measurementsOf(name).map(({ attributes }) => attributes);

  it('measures key validations, those included that it has no time for', async () => {
    const statuses = new Set<number>();
    while (!statuses.has(429)) {
      const { status } = await call('/validate-api-key', { apiKey: 'wrong' });
      statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 429]));
    expect(labelsOf('model_publishing.key.validations')).toEqual(
      expect.arrayContaining([
        { outcome: 'unknown' },
        { outcome: 'throttled' },
      ]),
    );
  });

  it('measures how usage is collected', async () => {
    const name = 'model_publishing.usage.collection.duration.seconds';
    while (measurementsOf(name).length === 0) {
      await sleep(10);
    }
    expect(labelsOf(name)).toContainEqual({
      'k8s.cluster.name': 'main',
      outcome: 'failure',
    });
  });

  it('measures calls, its queues, and what fails at a cluster', async () => {
    await call('/models/iris/publish', { config: { tenantId: 'tenant-b' } });
    expect(labelsOf('model_publishing.operation.duration.seconds')).toEqual([
      { operation: 'publish', 'error.type': 'NotFoundError' },
    ]);
    expect(labelsOf('model_publishing.reconcile.queue.depth')).toContainEqual({
      gateway: 'models',
      state: 'waiting',
    });
    expect(labelsOf('model_publishing.kubernetes.errors')).toContainEqual({
      'k8s.cluster.name': 'main',
      verb: 'list',
      'error.type': 'connection',
    });
  });
});
