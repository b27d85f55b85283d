import { mockServices } from '@backstage/backend-test-utils';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import {
  aConfig,
  aMemberOf,
  seedModel,
  startPortal,
} from '../__testUtils__/aPortal';
import { aGateway } from '../__testUtils__/builders';

const owner = aMemberOf('a');

async function aPortalWithTwoGateways() {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const client = new FakeClusterClient(cluster);
  const [first] = aConfig.gateways;
  const second = aGateway({
    cluster: 'fake',
    name: 'other',
    namespace: 'other-gateway',
    gateway: 'other',
  });
  const portal = await startPortal({
    config: { ...aConfig, gateways: [first, second] },
    clients: { get: async () => client },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
  });
  await portal.fleet.settle();
  return portal;
}

describe('one model and two gateways of its cluster', () => {
  it('is published on one of them at most, also by two at the same moment', async () => {
    const { useCases, fleet } = await aPortalWithTwoGateways();
    const outcomes = await Promise.allSettled(
      ['models', 'other'].map(gateway =>
        useCases.publish(owner, 'iris', { tenantId: 'tenant-a', gateway }),
      ),
    );
    await fleet.settle();
    const states = fleet.gateways.flatMap(runtime => runtime.states.list());
    fleet.stop();
    const published = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(published.length).toBeLessThanOrEqual(1);
    expect(states).toHaveLength(published.length);
  });

  it('is published on the one that is asked for', async () => {
    const { useCases, fleet } = await aPortalWithTwoGateways();
    const published = await useCases.publish(owner, 'iris', {
      tenantId: 'tenant-a',
      gateway: 'other',
    });
    await expect(
      useCases.publish(owner, 'iris', { tenantId: 'tenant-a' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    fleet.stop();
    expect(published.gateway).toBe('other');
  });
});
