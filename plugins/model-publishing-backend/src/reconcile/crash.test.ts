import { setTimeout as sleep } from 'node:timers/promises';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';

const owner = aMemberOf('a');
const later = () => new Date(Date.now() + 10 * 60 * 1000);
const muchLater = () => new Date(Date.now() + 20 * 60 * 1000);
const KINDS = [
  'AIGatewayRoute',
  'AIServiceBackend',
  'HTTPRouteFilter',
  'HTTPRoute',
  'Backend',
  'SecurityPolicy',
  'BackendTrafficPolicy',
];

/** Keys of OpenAI-compatible models, each by its publication and tenant. */
const sharedKeys = (cluster: FakeCluster) =>
  [...cluster.objects.values()]
    .filter(({ metadata }) => /^model-publishing-keys-/.test(metadata.name))
    .flatMap(({ data = {} }) => Object.keys(data))
    .filter(clientId => clientId !== '_sentinel')
    .map(clientId => clientId.slice(0, clientId.lastIndexOf('.')));

/** Whoever asked has not seen the key yet, so a model may be whole without it. */
const isObject = (name: string) => name.includes('/');

const published = (cluster: FakeCluster) =>
  [
    ...cluster
      .names(...KINDS, 'Secret', 'ConfigMap')
      .filter(name => !/model-publishing-(guard|keys)-/.test(name)),
    ...sharedKeys(cluster),
  ].sort();

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

/** What a new portal makes of it, ten minutes later, and once more ten minutes after that. */
async function afterRestart(cluster: FakeCluster) {
  const first = await aPortal(cluster, later);
  await first.fleet.settle();
  first.fleet.stop();
  const portal = await aPortal(cluster, muchLater);
  await portal.fleet.settle();
  const names = published(cluster);
  portal.fleet.stop();
  return names;
}

type Portal = Awaited<ReturnType<typeof aPortal>>;

const publishIris = ({ useCases }: Portal) =>
  useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });

describe.each([
  ['traditional' as const, 8],
  ['openai' as const, 11],
])('a portal that dies with a model of type %s', (modelType, objects) => {
  const publish = ({ useCases }: Portal) =>
    useCases.publish(owner, 'iris', { tenantId: 'tenant-a', modelType });

  it('in the middle of publishing leaves a model that is published whole, or not at all', async () => {
    const example = aCluster();
    const total = await dieAfter(example, 0, publish);
    const whole = published(example).filter(isObject);
    expect(whole).toHaveLength(objects);
    for (let cut = 1; cut <= total; cut++) {
      const cluster = aCluster();
      await dieAfter(cluster, cut, publish);
      const left = (await afterRestart(cluster)).filter(isObject);
      expect({ cut, left: left.length === 0 ? whole : left }).toEqual({
        cut,
        left: whole,
      });
    }
  });

  it('in the middle of unpublishing leaves nothing', async () => {
    const unpublish = ({ useCases }: Portal) =>
      useCases.unpublish(owner, { model: 'iris' });
    const aPublished = async () => {
      const cluster = aCluster();
      await dieAfter(cluster, 0, publish);
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
});

describe('a portal that dies', () => {
  it.each([
    ['a rotation', { grace: 'now' }],
    ['a rotation with a grace period', { grace: '5m' }],
  ])(
    'in the middle of %s leaves one key that works, at the gateway as in the keyring',
    async (_, order) => {
      const rotate = ({ useCases }: Portal) =>
        useCases.rotateKey(owner, { model: 'iris' }, order);
      await forEachCut(rotate, async (cluster, cut) => {
        const { active, entries } = await keysAfterRestart(cluster);
        expect({ cut, entries }).toEqual({ cut, entries: active });
        expect(active).toHaveLength(1);
      });
    },
  );

  it('in the middle of issuing a second key leaves the first one, and the second whole or not at all', async () => {
    const create = ({ useCases }: Portal) =>
      useCases.createKey(owner, { model: 'iris' }, {});
    await forEachCut(create, async (cluster, cut) => {
      const { active, entries } = await keysAfterRestart(cluster);
      expect({ cut, entries }).toEqual({ cut, entries: active });
      expect([1, 2]).toContain(active.length);
    });
  });

  it('in the middle of a revocation leaves no key, or the one that was to go in keyring and gateway', async () => {
    const revoke = ({ useCases }: Portal) =>
      useCases.revokeKeys(owner, { model: 'iris' }, { dryRun: false });
    await forEachCut(revoke, async (cluster, cut) => {
      const { active, entries } = await keysAfterRestart(cluster);
      expect({ cut, entries }).toEqual({ cut, entries: active });
      // Its first write is the keyring, so the first cut is after the decision.
      expect({ cut, active }).toEqual({ cut, active: [] });
    });
  });

  it.each([
    ['limits', { rateLimiting: { requestsPerMinute: 7 } }],
    ['the path', { externalPath: '/models/moved' }],
    [
      'path and allowed tenants',
      {
        externalPath: '/models/moved',
        authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
      },
    ],
  ])(
    'in the middle of changing %s leaves the old or the new configuration, whole',
    async (_, patch) => {
      const change = ({ useCases }: Portal) =>
        useCases.update(owner, { model: 'iris' }, patch, {});
      const before = await aPublishedCluster();
      const wholeBefore = await afterRestart(before);
      const after = await aPublishedCluster();
      await dieAfter(after, 0, change);
      const wholeAfter = await afterRestart(after);
      await forEachCut(change, async (cluster, cut) => {
        const left = await afterRestart(cluster);
        const state = await stateOf(cluster);
        const isOld = state?.configuration.externalPath === '/models/iris';
        expect({ cut, left, intent: state?.intent }).toEqual({
          cut,
          left: isOld ? wholeBefore : wholeAfter,
          intent: 'serving',
        });
        expect(state?.reservation).toBeUndefined();
        expect(state?.retiring).toEqual([]);
      });
    },
  );
});

async function aPublishedCluster(): Promise<FakeCluster> {
  const cluster = aCluster();
  await dieAfter(cluster, 0, publishIris);
  return cluster;
}

/** Cuts an action on a published model after each of its writes. */
async function forEachCut(
  action: (portal: Portal) => Promise<unknown>,
  check: (cluster: FakeCluster, cut: number) => Promise<void>,
): Promise<void> {
  const total = await dieAfter(await aPublishedCluster(), 0, action);
  expect(total).toBeGreaterThan(0);
  for (let cut = 1; cut <= total; cut++) {
    const cluster = await aPublishedCluster();
    await dieAfter(cluster, cut, action);
    await check(cluster, cut);
  }
}

async function stateOf(cluster: FakeCluster) {
  const portal = await aPortal(cluster, later);
  const [state] = portal.fleet.gateways[0]?.states.list() ?? [];
  portal.fleet.stop();
  return state;
}

/** Ids of keys that work, by the keyring and by the gateway's credentials. */
async function keysAfterRestart(cluster: FakeCluster) {
  await afterRestart(cluster);
  const portal = await aPortal(cluster, later);
  const [runtime] = portal.fleet.gateways;
  const [state] = runtime?.states.list() ?? [];
  portal.fleet.stop();
  const active = state?.keyring.filter(key => key.state === 'active') ?? [];
  const entries = (state && runtime?.credentials.entries(state)) ?? [];
  return {
    active: active.map(({ id }) => id).sort(),
    entries: entries.map(({ clientId }) => clientId.split('.').pop()).sort(),
  };
}

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
    await portal.useCases.update(
      owner,
      { model: 'iris' },
      { externalPath: '/models/moved' },
      {},
    );
    await portal.useCases.unpublish(owner, { model: 'iris' });
    portal.fleet.stop();
    expect(problems).toEqual([]);
    expect(
      cluster.writes.filter(write =>
        write.startsWith('apply HTTPRoute/published'),
      ),
    ).toHaveLength(2);
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
        ({ kind, metadata }) =>
          kind === 'HTTPRoute' && metadata.name.startsWith('published-'),
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
        ({ kind, metadata }) =>
          kind === 'HTTPRoute' &&
          metadata.name.startsWith('published-') &&
          metadata.labels,
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
