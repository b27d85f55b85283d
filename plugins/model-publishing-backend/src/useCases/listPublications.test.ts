import { setTimeout as sleep } from 'node:timers/promises';
import { aGateway } from '../__testUtils__/builders';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import {
  aConfig,
  aMemberOf,
  aPortal,
  seedModel,
} from '../__testUtils__/aPortal';
import { PublicationListRequest } from './listPublications';

const ownerA = aMemberOf('a');
const ownerB = aMemberOf('b');
const admin = aMemberOf('platform');
const nobody = aMemberOf('nobody');

/** Published in this order, a second apart. */
const PUBLISHED = [
  { model: 'wine', tenant: 'tenant-a' },
  { model: 'iris', tenant: 'tenant-b', visibility: 'portal' as const },
  { model: 'iris', tenant: 'tenant-a', externalPath: '/second/flowers' },
  { model: 'digits', tenant: 'tenant-b', externalPath: '/numbers/by-hand' },
];

describe('listPublications', () => {
  let cluster: FakeCluster;
  let portal: Awaited<ReturnType<typeof aPortal>>;
  let now: number;

  beforeEach(async () => {
    cluster = new FakeCluster();
    now = Date.UTC(2026, 0, 1, 12);
    for (const { tenant, model } of PUBLISHED) {
      seedModel(cluster, tenant, model);
    }
    portal = await aPortal(cluster, () => new Date(now));
    for (const { tenant, model, ...config } of PUBLISHED) {
      await portal.useCases.publish(admin, model, {
        tenantId: tenant,
        externalPath: `/${tenant}/${model}`,
        ...config,
      });
      now += 1000;
    }
  });
  afterEach(() => portal.fleet.stop());

  const list = (
    caller: typeof admin,
    request: Partial<PublicationListRequest> = {},
  ) => portal.useCases.listPublications(caller, { limit: 50, ...request });
  const names = async (...input: Parameters<typeof list>) =>
    (await list(...input)).items.map(
      ({ modelName, tenantId }) => `${modelName} of ${tenantId.slice(-1)}`,
    );

  it.each<[string, typeof admin, string[]]>([
    ['an admin', admin, ['digits of b', 'iris of a', 'iris of b', 'wine of a']],
    ['an owner', ownerA, ['iris of a', 'iris of b', 'wine of a']],
    ['another owner', ownerB, ['digits of b', 'iris of b']],
    ['a user without a tenant', nobody, ['iris of b']],
  ])('shows %s what tenancy lets them see', async (_, caller, expected) => {
    expect(await names(caller)).toEqual(expected);
    expect((await list(caller)).totalItems).toBe(expected.length);
  });

  it('shows nothing that the permission policy takes away, on no page and in no count', async () => {
    const restricted = {
      ...admin,
      permits: ({ tenantId }: { tenantId: string }) => tenantId === 'tenant-b',
    };
    const first = await list(restricted, { limit: 1 });
    const second = await list(restricted, {
      limit: 1,
      cursor: first.nextCursor,
    });
    expect([first, second].map(page => page.items[0]?.modelName)).toEqual([
      'digits',
      'iris',
    ]);
    expect(first.totalItems).toBe(2);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each<[Partial<PublicationListRequest>, string[]]>([
    [
      { sort: 'tenant' },
      ['iris of a', 'wine of a', 'digits of b', 'iris of b'],
    ],
    [
      { sort: 'createdAt' },
      ['wine of a', 'iris of b', 'iris of a', 'digits of b'],
    ],
    [
      { sort: 'updatedAt', order: 'desc' },
      ['digits of b', 'iris of a', 'iris of b', 'wine of a'],
    ],
    [
      { sort: 'type', order: 'desc' },
      ['wine of a', 'iris of b', 'iris of a', 'digits of b'],
    ],
    [{ tenant: 'tenant-a' }, ['iris of a', 'wine of a']],
    [{ tenant: 'tenant-c' }, []],
    [
      { cluster: 'fake', gateway: 'models' },
      ['digits of b', 'iris of a', 'iris of b', 'wine of a'],
    ],
    [{ cluster: 'other' }, []],
    [{ gateway: 'other' }, []],
    [{ type: 'openai' }, []],
    [{ visibility: 'portal' }, ['iris of b']],
    [{ access: 'viewer' }, []],
    [{ q: 'IRI' }, ['iris of a', 'iris of b']],
    [
      { q: 'tenant-a', sort: 'model', order: 'desc' },
      ['wine of a', 'iris of a'],
    ],
    [{ q: 'ND/Flow' }, ['iris of a']],
    [{ q: 'by-hand' }, ['digits of b']],
    [{ q: '%' }, []],
    [
      { phase: 'Pending' },
      ['digits of b', 'iris of a', 'iris of b', 'wine of a'],
    ],
    [{ phase: 'Published' }, []],
  ])('answers %j', async (request, expected) => {
    expect(await names(admin, request)).toEqual(expected);
  });

  it('tells callers in which role they see a row', async () => {
    expect(await names(ownerA, { access: 'viewer' })).toEqual(['iris of b']);
    expect(await names(ownerA, { access: 'publisher' })).toEqual([
      'iris of a',
      'wine of a',
    ]);
    const rows = (await list(ownerA)).items;
    expect(rows.map(({ access, problem }) => [access, !!problem])).toEqual([
      ['publisher', true],
      ['viewer', false],
      ['publisher', true],
    ]);
  });

  it('follows changes of states, and of who owns what', async () => {
    expect(await names(ownerB)).toEqual(['digits of b', 'iris of b']);
    const iris = { model: 'iris', tenant: 'tenant-b' };
    await portal.useCases.update(ownerB, iris, { visibility: 'private' }, {});
    await portal.useCases.unpublish(ownerB, { model: 'digits' });
    expect(await names(ownerA)).toEqual(['iris of a', 'wine of a']);
    expect(await names(ownerB)).toEqual(['iris of b']);

    portal.registry.read(
      portal.registry.tenants.map(tenant =>
        tenant.namespace === 'tenant-b'
          ? { ...tenant, owners: ['group:default/a'] }
          : tenant,
      ),
    );
    expect(await names(ownerB)).toEqual([]);
    expect(await names(ownerA, { q: 'iris' })).toEqual([
      'iris of a',
      'iris of b',
    ]);
  });

  it('holds no key, no digest and nothing of a key', async () => {
    const text = JSON.stringify(await list(admin));
    const states = portal.fleet.gateways.flatMap(({ states: store }) =>
      store.list(),
    );
    const secrets = states.flatMap(({ keyring }) =>
      keyring.flatMap(({ digest, id, hint }) => [digest, id, hint]),
    );
    expect(secrets).toHaveLength(12);
    secrets.forEach(secret => expect(text).not.toContain(secret));
  });

  it('does not let one tenant that cannot be read hide the others', async () => {
    const [runtime] = portal.fleet.gateways;
    const state = runtime?.states.list().find(({ model }) => model === 'wine');
    cluster.seed({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: `published-model-lost-${'0'.repeat(32)}`,
        namespace: aGateway().namespace,
        labels: {
          'app.kubernetes.io/managed-by': 'model-publishing',
          'inference-portal.io/instance': aConfig.instanceId,
          'inference-portal.io/publication': '0'.repeat(32),
          'inference-portal.io/component': 'state',
        },
      },
      data: {
        state: Buffer.from(
          JSON.stringify({
            ...state,
            id: '0'.repeat(32),
            tenant: 'tenant-x',
            model: 'lost',
          }),
        ).toString('base64'),
      },
    });
    await sleep(0);
    const page = await list(admin, { sort: 'phase', order: 'desc' });
    expect(page.items).toHaveLength(5);
    expect(
      page.items.find(({ modelName }) => modelName === 'lost'),
    ).toMatchObject({ phase: 'Pending' });
  });
});
