import { mockServices } from '@backstage/backend-test-utils';
import {
  aConfig,
  aMemberOf,
  seedModel,
  startPortal,
} from '../__testUtils__/aPortal';
import { acceptEverything } from '../__testUtils__/acceptEverything';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';

const owner = aMemberOf('a');
const model = { model: 'iris' };

describe('the log', () => {
  const logger = mockServices.logger.mock();
  const cluster = new FakeCluster();
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    seedModel(cluster, 'tenant-a', 'iris');
    const client = new FakeClusterClient(cluster);
    portal = await startPortal({
      config: aConfig,
      clients: { get: async () => client },
      logger,
      clock: () => new Date(),
    });
    await portal.fleet.settle();
  });
  beforeEach(() => jest.clearAllMocks());
  afterAll(() => portal.fleet.stop());

  it('has one line for each change of a publication, with what it is about', async () => {
    const { useCases } = portal;
    const { id, apiKey } = await useCases.publish(owner, 'iris', {
      tenantId: 'tenant-a',
    });
    await useCases.update(owner, model, { visibility: 'portal' }, {});
    await useCases.update(owner, model, { visibility: 'portal' }, {});
    const rotated = await useCases.rotateKey(owner, model, { grace: '1h' });
    await useCases.revokeKey(owner, model, rotated.key.id);
    await useCases.unpublish(owner, model);
    const fields = {
      publication: id,
      tenant: 'tenant-a',
      model: 'iris',
      gateway: 'models',
    };
    const withKey = {
      ...fields,
      key: expect.any(String),
      keyTenant: 'tenant-a',
    };
    expect(logger.info.mock.calls).toEqual([
      ['Model "iris" was published', fields],
      ['A key of published model "iris" was issued', withKey],
      ['Published model "iris" was updated', fields],
      ['A key of published model "iris" was rotated', withKey],
      ['A key of published model "iris" was revoked', withKey],
      ['Model "iris" is being unpublished', fields],
      ['Model "iris" was unpublished', fields],
    ]);
    const everything = JSON.stringify([
      ...logger.info.mock.calls,
      ...logger.debug.mock.calls,
    ]);
    expect(everything).not.toContain(apiKey);
    expect(everything).not.toContain(rotated.apiKey);
  });

  it('says what was repaired, and nothing of looks that find everything in order', async () => {
    const { id } = await portal.useCases.publish(owner, 'iris', {
      tenantId: 'tenant-a',
    });
    acceptEverything(cluster);
    await portal.fleet.settle();
    jest.clearAllMocks();
    await portal.fleet.settle();
    expect(logger.info).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();

    const route = [...cluster.objects.values()].find(
      ({ kind, metadata }) =>
        kind === 'HTTPRoute' && metadata.name.includes(id),
    );
    if (!route) {
      throw new Error('The route is missing');
    }
    cluster.store('DELETED', route);
    await portal.fleet.settle();
    expect(logger.info.mock.calls).toEqual([
      [
        `Put back HTTPRoute/${route.metadata.name} of published model "iris"`,
        expect.objectContaining({ publication: id, tenant: 'tenant-a' }),
      ],
    ]);
    await portal.useCases.unpublish(owner, model);
  });
});
