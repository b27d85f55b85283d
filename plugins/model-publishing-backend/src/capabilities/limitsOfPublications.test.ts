import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  aConfig,
  aMemberOf,
  seedModel,
  startPortal,
} from '../__testUtils__/aPortal';
import { aGateway } from '../__testUtils__/builders';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import {
  BackendTrafficPolicy,
  BackendTrafficPolicySpec,
} from '../cluster/resources/BackendTrafficPolicy';
import { aCondition } from '../conditions/observedObjects';
import { rateLimitProbeNameOf } from '../names';
import { EMPTY_PLACE } from '../rendering/rateLimitRule';

const gateway = aGateway({
  cluster: 'fake',
  probeUrl: 'http://127.0.0.1:1',
  capabilities: { globalRateLimit: 'detect', clientIdMetrics: false },
});
const POLL_MS = 5;
const NO_LIMITER = 'RateLimit: enable Ratelimit in the EnvoyGateway config';
const owner = aMemberOf('a');
const selector = { model: 'iris', tenant: 'tenant-a' };

/** A gateway that judges every global limit by whether it has a limiter. */
class JudgingCluster extends FakeCluster {
  #hasLimiter: boolean;

  constructor(hasLimiter: boolean) {
    super();
    this.#hasLimiter = hasLimiter;
    this.onWrite = write => {
      if (write.startsWith(`apply ${BackendTrafficPolicy.kind}/`)) {
        this.#judge();
      }
    };
  }

  reconfigure(hasLimiter: boolean): void {
    this.#hasLimiter = hasLimiter;
    this.#judge();
  }

  /** The units of rules that count something. */
  rulesOf(scope: 'global' | 'local'): string[] {
    const policy = [...this.objects.values()].find(
      ({ kind, metadata }) =>
        kind === BackendTrafficPolicy.kind &&
        metadata.name.startsWith('published-model-'),
    );
    const { rateLimit } = (policy?.spec ?? {}) as BackendTrafficPolicySpec;
    return (rateLimit?.[scope]?.rules ?? [])
      .filter(rule => !isDeepStrictEqual(rule, EMPTY_PLACE))
      .map(({ limit }) => limit.unit);
  }

  /** Jest's time limit ends what never comes. */
  async untilRules(scope: 'global' | 'local', units: string[]): Promise<void> {
    while (this.rulesOf(scope).join() !== units.join()) {
      await sleep(POLL_MS);
    }
  }

  #judge(): void {
    const name = rateLimitProbeNameOf(gateway.gateway, aConfig.instanceId);
    const key = `${BackendTrafficPolicy.kind}/${gateway.namespace}/${name}`;
    const probe = this.objects.get(key);
    if (probe) {
      const condition = this.#hasLimiter
        ? aCondition('Accepted', 'True')
        : aCondition('Accepted', 'False', { message: NO_LIMITER });
      const ancestorRef = { name: gateway.gateway };
      const status = { ancestors: [{ ancestorRef, conditions: [condition] }] };
      this.store('MODIFIED', { ...probe, status });
    }
  }
}

async function aPortalOn(cluster: JudgingCluster, approximate: boolean) {
  seedModel(cluster, 'tenant-a', 'iris');
  const client = new FakeClusterClient(cluster);
  const portal = await startPortal({
    config: {
      ...aConfig,
      gateways: [gateway],
      limits: { defaults: {}, maxima: {}, approximate },
    },
    clients: { get: async () => client },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
  });
  await portal.fleet.settle();
  const rateLimiting = { requestsPerHour: 1000, burstLimit: 10 };
  return {
    ...portal,
    publish: () =>
      portal.useCases.publish(owner, 'iris', {
        tenantId: 'tenant-a',
        rateLimiting,
      }),
    warnedFields: async () =>
      (
        await portal.useCases.getPublication(owner, selector, { reveal: false })
      ).warnings.map(({ field }) => field),
  };
}

describe('limits of publications', () => {
  it('are global where the gateway says that it has a limiter', async () => {
    const cluster = new JudgingCluster(true);
    const { publish, fleet } = await aPortalOn(cluster, true);
    expect((await publish()).warnings).toEqual([]);
    expect(cluster.rulesOf('global')).toEqual(['Second', 'Hour']);
    expect(cluster.rulesOf('local')).toEqual(['Second', 'Second']);
    fleet.stop();
  });

  it('are refused where the gateway says that it has none', async () => {
    const cluster = new JudgingCluster(false);
    const { publish, fleet } = await aPortalOn(cluster, false);
    await expect(publish()).rejects.toThrow(/globalRateLimit/);
    expect(cluster.namesOfPublications('HTTPRoute')).toHaveLength(1);
    fleet.stop();
  });

  it('become approximate, and exact again, with what the gateway is able to do', async () => {
    const cluster = new JudgingCluster(true);
    const { publish, fleet, warnedFields } = await aPortalOn(cluster, true);
    await publish();
    cluster.reconfigure(false);
    await cluster.untilRules('global', []);
    expect(cluster.rulesOf('local')).toEqual(['Second', 'Second', 'Hour']);
    expect(await warnedFields()).toEqual([
      'rateLimiting.requestsPerHour',
      'rateLimiting.burstLimit',
    ]);
    cluster.reconfigure(true);
    await cluster.untilRules('global', ['Second', 'Hour']);
    expect(await warnedFields()).toEqual([]);
    fleet.stop();
  });

  it('stay where the limiter is lost and nothing else is allowed, so that the gateway closes the route', async () => {
    const cluster = new JudgingCluster(true);
    const { publish, fleet } = await aPortalOn(cluster, false);
    await publish();
    cluster.reconfigure(false);
    await cluster.untilRules('global', ['Hour']);
    expect(cluster.rulesOf('local')).toEqual(['Second', 'Second']);
    fleet.stop();
  });
});
