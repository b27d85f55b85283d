import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { aGateway } from '../__testUtils__/builders';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { aCondition } from '../conditions/observedObjects';
import { createGatewayWatches } from '../reconcile/GatewayWatches';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { createCapabilities } from './createCapabilities';
import { renderRateLimitProbe } from './renderRateLimitProbe';

const instanceId = 'portal';
const [probeRoute, probePolicy] = renderRateLimitProbe({
  gateway: aGateway(),
  instanceId,
});
const NO_LIMITER = 'RateLimit: enable Ratelimit in the EnvoyGateway config';

function capabilitiesOn(
  cluster: FakeCluster,
  globalRateLimit: boolean | 'detect',
) {
  const gateway = aGateway({
    capabilities: { globalRateLimit, clientIdMetrics: false },
  });
  const client = new FakeClusterClient(cluster);
  const { rendered } = createGatewayWatches(client, {
    namespace: gateway.namespace,
    instanceId,
  });
  const observed = new ObservedObjects(client, rendered, { instanceId });
  const capabilities = createCapabilities({ gateway, instanceId, observed });
  rendered.forEach(watch => watch.start(new AbortController().signal));
  return capabilities;
}

/** What Envoy Gateway writes about the probe. */
function judge(cluster: FakeCluster, hasLimiter: boolean): void {
  const condition = hasLimiter
    ? aCondition('Accepted', 'True')
    : aCondition('Accepted', 'False', {
        reason: 'Invalid',
        message: NO_LIMITER,
      });
  cluster.seed({
    ...probePolicy,
    status: {
      ancestors: [{ ancestorRef: { name: 'models' }, conditions: [condition] }],
    },
  });
}

describe('detected capabilities', () => {
  it('are unknown until the gateway has judged the probe', async () => {
    const cluster = new FakeCluster();
    const capabilities = capabilitiesOn(cluster, 'detect');
    expect(capabilities.globalRateLimit()).toBe('unknown');
    await capabilities.ensure();
    expect(cluster.names('HTTPRoute', BackendTrafficPolicy.kind)).toHaveLength(
      2,
    );
    expect(capabilities.globalRateLimit()).toBe('unknown');
    judge(cluster, true);
    expect(capabilities.globalRateLimit()).toBe('available');
  });

  it('are known at once from a probe that was judged before', () => {
    const cluster = new FakeCluster();
    judge(cluster, false);
    expect(capabilitiesOn(cluster, 'detect').globalRateLimit()).toBe(
      'unavailable',
    );
  });

  it('tell of each change, once', () => {
    const cluster = new FakeCluster();
    const capabilities = capabilitiesOn(cluster, 'detect');
    const heard: string[] = [];
    capabilities.onChange(() => heard.push(capabilities.globalRateLimit()));
    [true, true, false, true].forEach(has => judge(cluster, has));
    expect(heard).toEqual(['available', 'unavailable', 'available']);
  });

  it('last while the probe is gone, and the probe is put back', async () => {
    const cluster = new FakeCluster();
    const capabilities = capabilitiesOn(cluster, 'detect');
    await capabilities.ensure();
    judge(cluster, true);
    cluster.store('DELETED', probePolicy);
    expect(capabilities.globalRateLimit()).toBe('available');
    expect(await capabilities.ensure()).toEqual([probePolicy]);
  });

  it('end a wait when they are known', async () => {
    const cluster = new FakeCluster();
    const capabilities = capabilitiesOn(cluster, 'detect');
    const patience = 60_000;
    const waiting = capabilities.whenKnown(patience);
    judge(cluster, true);
    await waiting;
    await capabilities.whenKnown(patience);
    expect(capabilities.globalRateLimit()).toBe('available');
  });

  it('end a wait when its time is over', async () => {
    const capabilities = capabilitiesOn(new FakeCluster(), 'detect');
    await capabilities.whenKnown(1);
    expect(capabilities.globalRateLimit()).toBe('unknown');
  });
});

describe('configured capabilities', () => {
  it.each([
    [true, 'available'],
    [false, 'unavailable'],
  ])('of %s are %s, whatever the gateway says', (configured, verdict) => {
    const cluster = new FakeCluster();
    const capabilities = capabilitiesOn(cluster, configured);
    judge(cluster, !configured);
    expect(capabilities.globalRateLimit()).toBe(verdict);
  });

  it('take the probe of earlier times away', async () => {
    const cluster = new FakeCluster();
    cluster.seed(probeRoute);
    judge(cluster, true);
    await capabilitiesOn(cluster, true).ensure();
    expect(cluster.names()).toEqual([]);
  });
});
