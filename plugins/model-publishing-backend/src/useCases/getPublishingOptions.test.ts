import { mockServices } from '@backstage/backend-test-utils';
import { aConfig, aMemberOf, startPortal } from '../__testUtils__/aPortal';
import { aPlatformPolicy } from '../__testUtils__/aPlatformPolicy';
import { aGateway } from '../__testUtils__/builders';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { PlainClusterClient } from '../__testUtils__/PlainClusterClient';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';

const owner = aMemberOf('a');
const own = { tenant: 'tenant-a' };

async function aPortalWith({
  config = {},
  client = new FakeClusterClient(new FakeCluster()),
}: {
  config?: Partial<ModelPublishingConfig>;
  client?: FakeClusterClient;
} = {}) {
  const portal = await startPortal({
    config: { ...aConfig, ...config },
    clients: { get: async () => client },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
  });
  await portal.fleet.settle();
  return portal;
}

describe('publishing options', () => {
  it('are the rules of the platform, for whoever asks', async () => {
    const { useCases, fleet } = await aPortalWith({
      config: {
        limits: {
          defaults: { burstLimit: 10 },
          maxima: { burstLimit: 20 },
          approximate: false,
        },
        keys: {
          prefix: 'mp',
          reveal: 'never',
          maxExpiry: '365d',
          grace: { default: '1h', maximum: '7d' },
        },
        authentication: { allowAnonymous: true },
      },
    });
    await expect(
      useCases.getPublishingOptions(aMemberOf('nobody'), {}),
    ).resolves.toEqual({
      gateways: [],
      limits: { defaults: { burstLimit: 10 }, maxima: { burstLimit: 20 } },
      keys: {
        reveal: 'never',
        grace: { default: '1h', maximum: '7d' },
        maxExpiry: '365d',
      },
      allowAnonymous: true,
    });
    fleet.stop();
  });

  it('tell what the gateways of a tenant offer', async () => {
    const [first] = aConfig.gateways;
    const second = aGateway({
      cluster: 'fake',
      name: 'other',
      gateway: 'other',
      namespace: 'other-gateway',
      capabilities: { globalRateLimit: false, clientIdMetrics: false },
    });
    const { useCases, fleet } = await aPortalWith({
      config: { gateways: [first, second] },
    });
    const { gateways, keys } = await useCases.getPublishingOptions(owner, own);
    expect(keys.maxExpiry).toBeNull();
    expect(gateways).toEqual([
      {
        name: 'models',
        isDefault: true,
        keyMode: 'gateway',
        hostnames: [
          expect.objectContaining({
            hostname: 'models.example.org',
            scheme: 'http',
            port: 10080,
          }),
        ],
        openai: true,
        limits: {
          requestsPerMinute: 'exact',
          requestsPerHour: 'exact',
          tokensPerHour: 'exact',
          burstLimit: 'exact',
        },
      },
      expect.objectContaining({
        name: 'other',
        isDefault: false,
        limits: {
          requestsPerMinute: 'unavailable',
          requestsPerHour: 'unavailable',
          tokensPerHour: 'unavailable',
          burstLimit: 'approximate',
        },
      }),
    ]);
    fleet.stop();
  });

  it('have no OpenAI-compatible models without the AI Gateway', async () => {
    const { useCases, fleet } = await aPortalWith({
      client: new PlainClusterClient(new FakeCluster()),
    });
    const { gateways } = await useCases.getPublishingOptions(owner, own);
    expect(gateways).toMatchObject([{ openai: false }]);
    fleet.stop();
  });

  it('have none either where a policy of the platform does not check their keys', async () => {
    const cluster = new FakeCluster();
    cluster.seed(aPlatformPolicy());
    const { useCases, fleet } = await aPortalWith({
      client: new FakeClusterClient(cluster),
    });
    const { gateways } = await useCases.getPublishingOptions(owner, own);
    expect(gateways).toMatchObject([{ openai: false }]);
    fleet.stop();
  });

  it('of a tenant of others are missing like those of no tenant', async () => {
    const { useCases, fleet } = await aPortalWith();
    const refusalOf = (tenant: string, cluster?: string) =>
      useCases
        .getPublishingOptions(owner, { tenant, cluster })
        .catch(({ name, message }: Error) => ({
          name,
          message: message.replaceAll(tenant, '…'),
        }));
    const missing = await refusalOf('no-such-tenant');
    expect(missing).toMatchObject({ name: 'NotFoundError' });
    expect(await refusalOf('tenant-b')).toEqual(missing);
    expect(await refusalOf('tenant-a', 'far')).toMatchObject({
      name: 'NotFoundError',
    });
    await expect(
      useCases.getPublishingOptions(aMemberOf('platform'), {
        tenant: 'tenant-b',
      }),
    ).resolves.toMatchObject({ gateways: [{ name: 'models' }] });
    fleet.stop();
  });
});
