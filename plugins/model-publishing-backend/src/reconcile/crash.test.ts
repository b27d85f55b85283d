import { setTimeout as sleep } from 'node:timers/promises';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';

const owner = aMemberOf('a');
const later = () => new Date(Date.now() + 10 * 60 * 1000);
const KINDS = [
  'HTTPRoute',
  'Backend',
  'SecurityPolicy',
  'BackendTrafficPolicy',
];

const published = (cluster: FakeCluster) =>
  cluster
    .names(...KINDS, 'Secret', 'ConfigMap')
    .filter(name => !name.includes('model-publishing-guard'))
    .sort();

function aCluster() {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  return cluster;
}

/** Does something with a portal that dies after its n-th write, and answers how many writes there were. */
async function dieAfter(
  cluster: FakeCluster,
  n: number,
  action: (portal: Awaited<ReturnType<typeof aPortal>>) => Promise<unknown>,
) {
  const portal = await aPortal(cluster);
  let writes = 0;
  cluster.onWrite = () => {
    writes++;
    if (writes === n) {
      portal.client.crash();
    }
  };
  await action(portal).catch(() => undefined);
  cluster.onWrite = () => {};
  portal.client.crash();
  portal.fleet.stop();
  return writes;
}

/** What a new portal makes of it, ten minutes later. */
async function afterRestart(cluster: FakeCluster) {
  const portal = await aPortal(cluster, later);
  await portal.fleet.settle();
  const names = published(cluster);
  portal.fleet.stop();
  return names;
}

const publishIris = ({ useCases }: Awaited<ReturnType<typeof aPortal>>) =>
  useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });

async function everythingOf(action: 'published' | 'nothing') {
  const cluster = aCluster();
  if (action === 'published') {
    await dieAfter(cluster, 0, publishIris);
  }
  return published(cluster);
}

describe('a portal that dies', () => {
  it('in the middle of publishing leaves a model that is published whole, or not at all', async () => {
    const whole = await everythingOf('published');
    expect(whole).toHaveLength(8);
    const total = await dieAfter(aCluster(), 0, publishIris);
    for (let cut = 1; cut <= total; cut++) {
      const cluster = aCluster();
      await dieAfter(cluster, cut, publishIris);
      const left = await afterRestart(cluster);
      expect({ cut, left: left.length === 0 ? whole : left }).toEqual({
        cut,
        left: whole,
      });
    }
  });

  it('in the middle of unpublishing leaves nothing', async () => {
    const unpublish = ({ useCases }: Awaited<ReturnType<typeof aPortal>>) =>
      useCases.unpublish(owner, { model: 'iris' });
    const aPublished = async () => {
      const cluster = aCluster();
      await dieAfter(cluster, 0, publishIris);
      return cluster;
    };
    const total = await dieAfter(await aPublished(), 0, unpublish);
    for (let cut = 1; cut <= total; cut++) {
      const cluster = await aPublished();
      await dieAfter(cluster, cut, unpublish);
      expect({ cut, left: await afterRestart(cluster) }).toEqual({
        cut,
        left: [],
      });
    }
  });

  it('in the middle of a rotation leaves one key that works, at the gateway as in the keyring', async () => {
    const rotate = ({ useCases }: Awaited<ReturnType<typeof aPortal>>) =>
      useCases.rotateKey(owner, { model: 'iris' }, { grace: 'now' });
    const total = await dieAfter(
      await (async () => {
        const c = aCluster();
        await dieAfter(c, 0, publishIris);
        return c;
      })(),
      0,
      rotate,
    );
    for (let cut = 1; cut <= total; cut++) {
      const cluster = aCluster();
      await dieAfter(cluster, 0, publishIris);
      await dieAfter(cluster, cut, rotate);
      await afterRestart(cluster);
      const portal = await aPortal(cluster, later);
      const [state] = portal.fleet.gateways[0]?.states.list() ?? [];
      const active =
        state?.keyring
          .filter(key => key.state === 'active')
          .map(({ id }) => id) ?? [];
      const entries =
        state &&
        portal.fleet.gateways[0]?.credentials
          .clientIds(state)
          ?.map(id => id.split('.').pop());
      portal.fleet.stop();
      expect({ cut, entries: entries?.sort() }).toEqual({
        cut,
        entries: active.sort(),
      });
      expect(active).toHaveLength(1);
    }
  });
});

describe('the order of writes', () => {
  it('never has a route without its keys, policies and limits, nor a policy removed before its route', async () => {
    const cluster = aCluster();
    const portal = await aPortal(cluster);
    const problems: string[] = [];
    cluster.onWrite = write => {
      const names = cluster.names();
      const has = (kind: string) =>
        names.some(name => name.startsWith(`${kind}/published-model-iris-`));
      const guarded =
        ['SecurityPolicy', 'BackendTrafficPolicy'].every(has) &&
        names.some(
          name => name.endsWith('-credentials') && name.includes('iris'),
        ) &&
        names.includes('SecurityPolicy/model-publishing-guard-models');
      if (has('HTTPRoute') && !guarded) {
        problems.push(write);
      }
    };
    await publishIris(portal);
    await portal.useCases.rotateKey(owner, { model: 'iris' }, { grace: 'now' });
    await portal.useCases.unpublish(owner, { model: 'iris' });
    portal.fleet.stop();
    expect(problems).toEqual([]);
    expect(
      cluster.writes.filter(write => write.startsWith('apply HTTPRoute')),
    ).toHaveLength(1);
  });
});

describe('a portal at rest', () => {
  it('writes nothing when it looks at everything again', async () => {
    const cluster = aCluster();
    const portal = await aPortal(cluster);
    await publishIris(portal);
    await portal.fleet.settle();
    cluster.writes.length = 0;
    await portal.fleet.settle();
    await sleep(20);
    portal.fleet.stop();
    expect(cluster.writes).toEqual([]);
  });
});

describe('an object whose labels were removed by hand', () => {
  it('gets them back, and goes with its publication', async () => {
    const cluster = aCluster();
    const portal = await aPortal(cluster);
    await publishIris(portal);
    const strip = () => {
      for (const route of [...cluster.objects.values()].filter(
        ({ kind }) => kind === 'HTTPRoute',
      )) {
        cluster.store('MODIFIED', {
          ...route,
          metadata: {
            ...route.metadata,
            labels: undefined,
            managedFields: [
              { manager: 'model-publishing', operation: 'Apply', fieldsV1: {} },
            ],
          },
        });
      }
    };
    const labelled = () =>
      [...cluster.objects.values()].filter(
        ({ kind, metadata }) => kind === 'HTTPRoute' && metadata.labels,
      ).length;
    strip();
    await portal.fleet.settle();
    expect(labelled()).toBe(1);
    strip();
    await portal.useCases.unpublish(owner, { model: 'iris' });
    portal.fleet.stop();
    expect(published(cluster)).toEqual([]);
  });
});
