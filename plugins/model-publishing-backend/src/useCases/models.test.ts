import { ModelListRequest } from './listModels';
import { aMemberOf, aPortal } from '../__testUtils__/aPortal';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aModel, aServiceOf } from '../models/aModel';
import { Caller } from '../tenancy/Caller';

const [ownerA, ownerB] = [aMemberOf('a'), aMemberOf('b')];
const admin = aMemberOf('platform');
const stranger = aMemberOf('nobody');

type ClusterObject = ReturnType<typeof aModel>;

const inTenant = (namespace: string, object: ClusterObject) => ({
  ...object,
  metadata: { ...object.metadata, namespace },
});

function seed(cluster: FakeCluster, namespace: string, model: ClusterObject) {
  cluster.seed(inTenant(namespace, model));
  cluster.seed(inTenant(namespace, aServiceOf(model)));
}

const notReady = {
  deploymentMode: 'Standard',
  conditions: [
    { type: 'Ready', status: 'False', reason: 'Slow', message: 'No pod yet.' },
  ],
};
const formatted = (name: string, format: string) =>
  aModel({
    name,
    spec: { predictor: { model: { modelFormat: { name: format } } } },
  });

/** Tenant-a has iris (published), chat and wine (not ready); tenant-b has iris, and stray without a Service. */
async function aPortalWithModels() {
  const cluster = new FakeCluster();
  seed(cluster, 'tenant-a', aModel());
  seed(cluster, 'tenant-a', formatted('chat', 'vLLM'));
  seed(cluster, 'tenant-a', aModel({ name: 'wine', status: notReady }));
  seed(cluster, 'tenant-b', formatted('iris', 'xgboost'));
  cluster.seed(inTenant('tenant-b', aModel({ name: 'stray' })));
  const portal = await aPortal(cluster);
  await portal.useCases.publish(ownerA, 'iris', { tenantId: 'tenant-a' });
  return { cluster, ...portal };
}

type Portal = Awaited<ReturnType<typeof aPortalWithModels>>;

describe('models', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await aPortalWithModels();
  });
  afterAll(() => portal.fleet.stop());

  const namesOf = async (
    caller: Caller,
    request: Partial<ModelListRequest> = {},
  ) => {
    const { items } = await portal.useCases.listModels(caller, {
      limit: 50,
      ...request,
    });
    return items.map(({ name, tenantId }) => `${tenantId}/${name}`);
  };

  it.each<[string, Caller, string[]]>([
    [
      "tenant's own ones to its members",
      ownerA,
      ['tenant-a/chat', 'tenant-a/iris', 'tenant-a/wine'],
    ],
    [
      'all of them to admins',
      admin,
      [
        'tenant-a/chat',
        'tenant-a/iris',
        'tenant-b/iris',
        'tenant-b/stray',
        'tenant-a/wine',
      ],
    ],
    ['none to others', stranger, []],
  ])('are listed: a %s', async (_, caller, expected) => {
    expect(await namesOf(caller)).toEqual(expected);
  });

  it.each<[Partial<ModelListRequest>, string[]]>([
    [{ tenant: 'tenant-b' }, ['tenant-b/iris', 'tenant-b/stray']],
    [{ cluster: 'fake', name: 'wine' }, ['tenant-a/wine']],
    [{ cluster: 'other' }, []],
    [{ type: 'openai' }, ['tenant-a/chat']],
    [{ ready: false }, ['tenant-a/wine']],
    [{ published: true }, ['tenant-a/iris']],
    [
      { published: false, ready: true, type: 'traditional' },
      ['tenant-b/iris', 'tenant-b/stray'],
    ],
    [{ q: 'RI' }, ['tenant-a/iris', 'tenant-b/iris']],
    [{ q: 'XGB' }, ['tenant-b/iris']],
    [{ q: 'tenant-b' }, ['tenant-b/iris', 'tenant-b/stray']],
    [{ q: 'iristenant' }, []],
    [
      { sort: 'tenant', order: 'desc', type: 'traditional' },
      ['tenant-b/stray', 'tenant-b/iris', 'tenant-a/wine', 'tenant-a/iris'],
    ],
    [
      { sort: 'type', ready: true },
      [
        'tenant-a/chat',
        'tenant-a/iris',
        'tenant-b/iris',
        'tenant-b/stray',
      ].sort((a, b) => Number(b.endsWith('chat')) - Number(a.endsWith('chat'))),
    ],
    [
      { sort: 'ready', tenant: 'tenant-a' },
      ['tenant-a/wine', 'tenant-a/chat', 'tenant-a/iris'],
    ],
  ])('are listed as %j asks for', async (request, expected) => {
    expect(await namesOf(admin, request)).toEqual(expected);
  });

  it.each(['asc', 'desc'] as const)(
    'are turned over page by page (%s), each once, though one goes meanwhile',
    async order => {
      const changing = await aPortalWithModels();
      const list = (cursor?: string) =>
        changing.useCases.listModels(admin, {
          limit: 2,
          sort: 'tenant',
          order,
          cursor,
        });
      const first = await list();
      expect(first.totalItems).toBe(5);
      const last = first.items.at(-1);
      const { cluster } = changing;
      const gone = cluster.objects.get(
        `InferenceService/${last?.tenantId}/${last?.name}`,
      );
      if (!gone) {
        throw new Error('The model is not there');
      }
      cluster.store('DELETED', gone);
      const second = await list(first.nextCursor);
      const third = await list(second.nextCursor);
      const seen = [first, second, third].flatMap(({ items }) =>
        items.map(({ name, tenantId }) => `${tenantId}/${name}`),
      );
      const ascending = [
        'tenant-a/chat',
        'tenant-a/iris',
        'tenant-a/wine',
        'tenant-b/iris',
        'tenant-b/stray',
      ];
      expect(seen).toEqual(order === 'asc' ? ascending : ascending.reverse());
      expect(third.nextCursor).toBeUndefined();
      changing.fleet.stop();
    },
  );

  it('say why they cannot be published', async () => {
    const { items } = await portal.useCases.listModels(admin, { limit: 50 });
    expect(
      items.map(({ name, ready, reason, problem }) => ({
        name,
        ready,
        reason,
        problem: problem?.reason,
      })),
    ).toEqual([
      { name: 'chat', ready: true },
      { name: 'iris', ready: true },
      { name: 'iris', ready: true },
      { name: 'stray', ready: true, problem: 'ServiceMissing' },
      { name: 'wine', ready: false, reason: 'Slow: No pod yet.' },
    ]);
  });

  it('are described one by one, with what is published', async () => {
    const { useCases } = portal;
    const model = await useCases.getModel(ownerA, { model: 'iris' });
    expect(model).toMatchObject({
      name: 'iris',
      tenantId: 'tenant-a',
      modelType: 'traditional',
      modelTypeRule:
        "the model format sklearn is not served in OpenAI's protocol",
      ready: true,
      deploymentMode: 'Standard',
      protocol: 'v1',
      entryPoint: 'predictor',
      servedName: 'iris',
      published: true,
      publication: {
        externalPath: '/models/iris',
        access: 'publisher',
        gateway: 'models',
      },
      freshness: { state: 'live', clusters: [{ name: 'fake' }] },
    });
    const unpublished = await useCases.getModel(ownerB, { model: 'iris' });
    expect(unpublished).toMatchObject({
      published: false,
      tenantId: 'tenant-b',
    });
    expect(unpublished).not.toHaveProperty('publication');
  });

  it('hide their publication from whom the policy hides it', async () => {
    const held = { ...ownerA, permitsReveal: () => false };
    const model = await portal.useCases.getModel(held, { model: 'iris' });
    expect(model.published).toBe(true);
    expect(model).not.toHaveProperty('publication');
  });

  const messageOf = (caller: Caller, selector: { model: string }) =>
    portal.useCases.getModel(caller, selector).then(
      () => 'found',
      error => `${error}`,
    );

  it('of others look like missing ones, whatever is named', async () => {
    const missing = await messageOf(ownerA, { model: 'stray' });
    expect(missing).toMatch(/^NotFoundError: There is no model "stray"/);
    for (const place of [
      { tenant: 'tenant-b' },
      { tenant: 'tenant-a' },
      { tenant: 'no-such-tenant' },
      { cluster: 'no-such-cluster' },
    ]) {
      expect(await messageOf(ownerA, { model: 'stray', ...place })).toBe(
        missing,
      );
    }
  });

  it('of one name are told apart by whom they are ambiguous for', async () => {
    await expect(messageOf(admin, { model: 'iris' })).resolves.toBe(
      'ConflictError: Several models that you may see are called "iris"; choose one: ?tenant=tenant-a&cluster=fake, ?tenant=tenant-b&cluster=fake',
    );
    await expect(
      portal.useCases.getModel(admin, { model: 'iris', tenant: 'tenant-b' }),
    ).resolves.toMatchObject({ tenantId: 'tenant-b', modelFormat: 'xgboost' });
  });
});

describe('models of a tenant that was not read yet', () => {
  const unread = {
    cluster: 'fake',
    namespace: 'tenant-c',
    owners: ['group:default/a', 'group:default/c'],
    source: 'group' as const,
  };

  async function aPortalWithUnread() {
    const portal = await aPortalWithModels();
    // Not told to the fleet, so nothing watches it.
    portal.registry.tenants = [...portal.registry.tenants, unread];
    return portal;
  }

  it('do not hide those of others, and are said to be missing', async () => {
    const { useCases, fleet } = await aPortalWithUnread();
    const list = await useCases.listModels(ownerA, { limit: 50 });
    expect(list.items.map(({ name }) => name)).toEqual([
      'chat',
      'iris',
      'wine',
    ]);
    expect(list.freshness).toMatchObject({
      state: 'stale',
      clusters: [{ name: 'fake', state: 'stale' }],
    });
    await expect(
      useCases.getModel(ownerA, { model: 'wine' }),
    ).resolves.toMatchObject({ tenantId: 'tenant-a' });
    fleet.stop();
  });

  it('cannot be listed or denied by themselves', async () => {
    const { useCases, fleet } = await aPortalWithUnread();
    await expect(
      useCases.listModels(aMemberOf('c'), { limit: 50 }),
    ).rejects.toThrow(/has not answered yet/);
    await expect(
      useCases.getModel(ownerA, { model: 'no-such-model' }),
    ).rejects.toThrow(/has not answered yet/);
    fleet.stop();
  });
});
