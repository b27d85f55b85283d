import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';

const owner = aMemberOf('a');
const iris = { model: 'iris' };
const publishing = { tenantId: 'tenant-a' };
const HOUR_MS = 3_600_000;

function aCluster() {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  return cluster;
}
type Portal = Awaited<ReturnType<typeof aPortal>>;

/** Holds one kind of call of a portal until it is let go. */
function hold(portal: Portal, verb: 'mergePatch' | 'delete', kind: string) {
  const { client } = portal;
  const original = client[verb].bind(client) as (
    ...input: unknown[]
  ) => unknown;
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  let reached = () => {};
  const isReached = new Promise<void>(resolve => {
    reached = resolve;
  });
  let isHeld = false;
  Object.assign(client, {
    [verb]: async (resource: { kind: string }, ...input: unknown[]) => {
      if (resource.kind === kind && !isHeld) {
        isHeld = true;
        reached();
        await released;
      }
      return original(resource, ...input);
    },
  });
  return { release, isReached };
}

const published = (cluster: FakeCluster) =>
  cluster
    .names('HTTPRoute', 'Secret', 'ConfigMap')
    .filter(name => !name.includes('guard'))
    .sort();

describe('a call that stalls while others go on', () => {
  it('of a publish takes nothing back that was published since', async () => {
    const cluster = aCluster();
    const [slow, fast] = [await aPortal(cluster), await aPortal(cluster)];
    const stall = hold(slow, 'mergePatch', 'Secret');
    const first = slow.useCases.publish(owner, 'iris', publishing);
    await stall.isReached;
    await fast.useCases.unpublish(owner, iris);
    const second = await fast.useCases.publish(owner, 'iris', publishing);
    const whole = published(cluster);
    stall.release();
    await expect(first).rejects.toMatchObject({ name: 'NotFoundError' });
    await fast.fleet.settle();
    const detail = await fast.useCases.getPublication(owner, iris, {
      reveal: true,
    });
    slow.fleet.stop();
    fast.fleet.stop();
    expect(published(cluster)).toEqual(whole);
    expect(detail).toMatchObject({
      apiKey: second.apiKey,
      apiKeyReason: 'revealed',
    });
  });

  it.each(['HTTPRoute', 'Backend', 'Secret', 'ConfigMap'])(
    'of a removal (%s) takes nothing away that was published since',
    async kind => {
      const cluster = aCluster();
      const slow = await aPortal(cluster);
      await slow.useCases.publish(owner, 'iris', publishing);
      const stall = hold(slow, 'delete', kind);
      const removal = slow.useCases.unpublish(owner, iris);
      await stall.isReached;
      const fast = await aPortal(cluster);
      await fast.fleet.settle();
      const { apiKey } = await fast.useCases.publish(owner, 'iris', publishing);
      await fast.fleet.settle();
      const whole = published(cluster);
      cluster.writes.length = 0;
      stall.release();
      await removal;
      await slow.fleet.settle();
      const detail = await fast.useCases.getPublication(owner, iris, {
        reveal: true,
      });
      slow.fleet.stop();
      fast.fleet.stop();
      expect(cluster.writes.filter(write => /^delete/.test(write))).toEqual([]);
      expect(published(cluster)).toEqual(whole);
      expect(detail).toMatchObject({ apiKey, apiKeyReason: 'revealed' });
    },
  );
});

describe('a record that cannot be written', () => {
  it('keeps nothing else from being enforced', async () => {
    let now = Date.now();
    const cluster = aCluster();
    const portal = await aPortal(cluster, () => new Date(now));
    const { useCases, fleet, client } = portal;
    await useCases.publish(owner, 'iris', publishing);
    const { key } = await useCases.createKey(owner, iris, {
      expiresAt: new Date(now + HOUR_MS).toISOString(),
    });
    const apply = client.apply.bind(client);
    client.apply = async (resource, object, options) => {
      if (object.metadata.namespace === 'tenant-a') {
        throw new Error('ConfigMap is immutable');
      }
      return apply(resource, object, options);
    };
    await useCases.update(
      owner,
      iris,
      { rateLimiting: { requestsPerMinute: 7 } },
      {},
    );
    const limits = [...cluster.objects.values()].find(
      ({ kind }) => kind === 'BackendTrafficPolicy',
    );
    expect(JSON.stringify(limits)).toContain('"requests":7');
    now += HOUR_MS;
    const service = cluster.objects.get('Service/tenant-a/iris-predictor');
    if (!service) {
      throw new Error('The Service of the model is not there');
    }
    cluster.store('MODIFIED', {
      ...service,
      spec: { type: 'ExternalName', externalName: '169.254.169.254' },
    });
    await fleet.settle();
    const { items } = await useCases.listKeys(owner, iris, { limit: 10 });
    fleet.stop();
    expect(items.find(({ id }) => id === key.id)?.state).toBe('expired');
    expect(
      cluster.names('HTTPRoute').filter(name => name.includes('iris')),
    ).toEqual([]);
  });
});
