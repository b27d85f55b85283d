import { mockServices } from '@backstage/backend-test-utils';
import {
  aConfig,
  aMemberOf,
  seedModel,
  startPortal,
} from '../__testUtils__/aPortal';
import { acceptEverything } from '../__testUtils__/acceptEverything';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { measuredUseCases } from '../useCases/measuredUseCases';
import { aMetricsService } from './__testUtils__/aMetricsService';
import { createMetrics } from './createMetrics';

const owner = aMemberOf('a');
const clock = () => new Date();

describe('a portal that is measured', () => {
  let cluster: FakeCluster;
  let measured: ReturnType<typeof aMetricsService>;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeEach(async () => {
    cluster = new FakeCluster();
    seedModel(cluster, 'tenant-a', 'iris');
    measured = aMetricsService();
    const client = new FakeClusterClient(cluster);
    portal = await startPortal({
      config: aConfig,
      clients: { get: async () => client },
      logger: mockServices.logger.mock(),
      clock,
      metrics: createMetrics(measured.service, { clock }),
    });
    await portal.fleet.settle();
  });
  afterEach(() => portal.fleet.stop());

  const labelsOf = (name: string) =>
    measured.measurementsOf(name).map(({ attributes }) => attributes);
  const publish = () =>
    portal.useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });

  it('counts its published models by what has become of them', async () => {
    await publish();
    acceptEverything(cluster);
    await portal.useCases.listPublications(owner, {
      limit: 1,
      phase: 'Published',
    });
    const name = 'model_publishing.publications';
    const kind = {
      'k8s.cluster.name': 'fake',
      gateway: 'models',
      model_type: 'traditional',
    };
    expect(measured.measurementsOf(name)).toContainEqual({
      value: 1,
      attributes: { ...kind, phase: 'Published' },
    });
    await portal.useCases.unpublish(owner, { model: 'iris' });
    const counts = measured.measurementsOf(name);
    expect(counts).toContainEqual({
      value: 0,
      attributes: { ...kind, phase: 'Published' },
    });
    expect(counts.filter(({ value }) => value !== 0)).toEqual([]);
  });

  it('measures what brings publications and the guard in order, and how much waits', async () => {
    await publish();
    const gateway = 'models';
    expect(labelsOf('model_publishing.reconcile.duration.seconds')).toEqual(
      expect.arrayContaining([
        { gateway, subject: 'guard' },
        { gateway, subject: 'publication' },
      ]),
    );
    expect(labelsOf('model_publishing.reconcile.queue.depth')).toEqual([
      { gateway, state: 'running' },
      { gateway, state: 'waiting' },
      { gateway, state: 'retrying' },
    ]);
  });

  it('measures what callers change, also when it fails, and no look at it', async () => {
    const { useCases } = portal;
    const model = { model: 'iris' };
    const { apiKeyId } = await publish();
    await useCases.update(owner, model, { visibility: 'portal' }, {});
    await useCases.getPublication(owner, model, { reveal: false });
    const created = await useCases.createKey(owner, model, {});
    await useCases.rotateKey(owner, model, { grace: 'now' });
    await useCases.rotateOneKey(owner, model, created.key.id, {});
    await useCases.revokeKey(owner, model, apiKeyId ?? '');
    await useCases.revokeKeys(owner, model, { dryRun: true });
    await useCases.revokeKeys(owner, model, { dryRun: false });
    await expect(publish()).rejects.toThrow('published already');
    await useCases.unpublish(owner, model);
    expect(labelsOf('model_publishing.operation.duration.seconds')).toEqual([
      { operation: 'publish' },
      { operation: 'update' },
      { operation: 'key-create' },
      { operation: 'key-rotate' },
      { operation: 'key-rotate' },
      { operation: 'key-revoke' },
      { operation: 'key-revoke' },
      { operation: 'publish', 'error.type': 'ConflictError' },
      { operation: 'unpublish' },
    ]);
  });

  it('counts what validated keys are found to be', async () => {
    const { apiKey } = await publish();
    const { validateApiKey } = portal.useCases;
    await validateApiKey(apiKey ?? '');
    await validateApiKey('mp_wrong');
    await portal.useCases.rotateKey(owner, { model: 'iris' }, { grace: 'now' });
    await validateApiKey(apiKey ?? '');
    expect(labelsOf('model_publishing.key.validations')).toEqual([
      { outcome: 'active' },
      { outcome: 'unknown' },
      { outcome: 'revoked' },
    ]);
  });

  it('counts keys that could not be looked at', async () => {
    const away = new Error('away');
    const { useCases } = createMetrics(measured.service, { clock });
    const { validateApiKey } = measuredUseCases(
      {
        ...portal.useCases,
        validateApiKey: async () => {
          throw away;
        },
      },
      useCases,
    );
    await expect(validateApiKey('mp_any')).rejects.toBe(away);
    expect(labelsOf('model_publishing.key.validations')).toEqual([
      { outcome: 'failed' },
    ]);
  });
});
