import { FakeCluster } from '../__testUtils__/FakeCluster';
import {
  agreeingProbe,
  aMemberOf,
  aPortal,
  seedModel,
} from '../__testUtils__/aPortal';
import { GatewayProbe } from '../probe/GatewayProbe';

const owner = aMemberOf('a');
const iris = { model: 'iris' };

async function aPublishedPortal(
  clock?: () => Date,
  probe?: Partial<GatewayProbe>,
) {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  seedModel(cluster, 'tenant-b', 'iris');
  const portal = await aPortal(cluster, clock, {
    ...agreeingProbe,
    ...probe,
  });
  const published = await portal.useCases.publish(owner, 'iris', {
    tenantId: 'tenant-a',
  });
  await portal.fleet.settle();
  cluster.writes.length = 0;
  const routes = () =>
    cluster
      .names('HTTPRoute')
      .filter(name => name.includes('published-model-iris'));
  return { ...portal, cluster, published, routes };
}

describe('an update', () => {
  it('that changes nothing writes nothing', async () => {
    const { useCases, fleet, cluster, published } = await aPublishedPortal();
    const updated = await useCases.update(
      owner,
      iris,
      { externalPath: '/models/iris', rateLimiting: { burstLimit: 10 } },
      {},
    );
    fleet.stop();
    expect(updated).toMatchObject({
      etag: published.etag,
      updatedAt: published.updatedAt,
      effective: 'now',
    });
    expect(cluster.writes).toEqual([]);
  });

  it('of limits changes the policy and no route', async () => {
    const { useCases, fleet, cluster } = await aPublishedPortal();
    const updated = await useCases.update(
      owner,
      iris,
      { rateLimiting: { requestsPerMinute: 7 } },
      {},
    );
    fleet.stop();
    expect(updated.rateLimiting).toEqual({
      requestsPerMinute: 7,
      burstLimit: 10,
    });
    const written = cluster.writes.map(write => write.split('/')[0]);
    expect(written).toContain('apply BackendTrafficPolicy');
    expect(written).not.toContain('apply HTTPRoute');
  });

  it.each([
    ['the wrong ETag', '"0"', 412],
    ['the right ETag', undefined, undefined],
  ])('under %s', async (_, ifMatch, statusCode) => {
    const { useCases, fleet, cluster, published } = await aPublishedPortal();
    const outcome = await useCases
      .update(
        owner,
        iris,
        { visibility: 'portal' },
        { ifMatch: ifMatch ?? published.etag },
      )
      .then(
        () => undefined,
        error => error.statusCode,
      );
    fleet.stop();
    expect(outcome).toBe(statusCode);
    expect(cluster.writes.length === 0).toBe(statusCode === 412);
  });

  it('keeps what another one changed at the same time', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    await Promise.all([
      useCases.update(owner, iris, { visibility: 'portal' }, {}),
      useCases.update(owner, iris, { metadata: { a: 'b' } }, {}),
      useCases.update(owner, iris, { rateLimiting: { burstLimit: 3 } }, {}),
    ]);
    const detail = await useCases.getPublication(owner, iris, {
      reveal: false,
    });
    fleet.stop();
    expect(detail).toMatchObject({
      visibility: 'portal',
      metadata: { a: 'b' },
      rateLimiting: { requestsPerMinute: 100, burstLimit: 3 },
    });
  });

  it.each([
    ['the model type', { modelType: 'openai' as const }, 'config.modelType'],
    ['the gateway', { gateway: 'other' }, 'config.gateway'],
    [
      'the path to a reserved one',
      { externalPath: '/v1/x' },
      'config.externalPath',
    ],
    [
      'the hostname to a foreign one',
      { publicHostname: 'evil.example.org' },
      'config.publicHostname',
    ],
    [
      'metadata beyond its size',
      {
        metadata: Object.fromEntries(
          Array.from({ length: 33 }, (_, index) => [`k${index}`, 'v']),
        ),
      },
      'config.metadata',
    ],
  ])('refuses to change %s, and writes nothing', async (_, patch, field) => {
    const { useCases, fleet, cluster } = await aPublishedPortal();
    await expect(useCases.update(owner, iris, patch, {})).rejects.toMatchObject(
      { statusCode: 422, details: [{ field }] },
    );
    fleet.stop();
    expect(cluster.writes).toEqual([]);
  });

  it('finds the own model although a neighbour shows one of that name to all', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    await useCases.publish(aMemberOf('b'), 'iris', {
      tenantId: 'tenant-b',
      externalPath: '/models/b',
      visibility: 'portal',
    });
    const updated = await useCases.update(
      owner,
      iris,
      { visibility: 'private' },
      {},
    );
    fleet.stop();
    expect(updated.tenantId).toBe('tenant-a');
  });

  it('is for owners only, and looks like a missing model to others', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    await expect(
      useCases.update(aMemberOf('b'), iris, { visibility: 'portal' }, {}),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    fleet.stop();
  });
});

describe('a move', () => {
  it('adds a route, and takes the old one away ten seconds after the new one answers', async () => {
    let now = Date.now();
    const { useCases, fleet, routes, published } = await aPublishedPortal(
      () => new Date(now),
    );
    const [oldRoute] = routes();
    const updated = await useCases.update(
      owner,
      iris,
      { externalPath: '/models/moved' },
      {},
    );
    expect(updated.externalUrl).toMatch(/\/models\/moved$/);
    expect(updated.retiringAddresses).toEqual([
      {
        externalUrl: published.externalUrl,
        endsAt: new Date(now + 10_000).toISOString(),
      },
    ]);
    expect(routes()).toHaveLength(2);
    expect(routes()).toContain(oldRoute);

    now += 9_999;
    await fleet.settle();
    expect(routes()).toHaveLength(2);

    now += 1;
    await fleet.settle();
    expect(routes()).toHaveLength(1);
    expect(routes()).not.toContain(oldRoute);
    const detail = await useCases.getPublication(owner, iris, {
      reveal: false,
    });
    fleet.stop();
    expect(detail.retiringAddresses).toEqual([]);
  });

  it('takes the old route away before its policies let go of it', async () => {
    let now = Date.now();
    const { useCases, fleet, cluster } = await aPublishedPortal(
      () => new Date(now),
    );
    await useCases.update(owner, iris, { externalPath: '/models/moved' }, {});
    cluster.writes.length = 0;
    now += 10_000;
    await fleet.settle();
    fleet.stop();
    const order = cluster.writes.map(write => write.split('/')[0]);
    expect(order[0]).toBe('delete HTTPRoute');
    expect(order).toContain('apply SecurityPolicy');
  });

  it('keeps the old route as long as the new one is not seen to answer', async () => {
    let now = Date.now();
    let status = 404;
    const { useCases, fleet, routes } = await aPublishedPortal(
      () => new Date(now),
      { untilServed: async () => false, statusWithoutKey: async () => status },
    );
    const updated = await useCases.update(
      owner,
      iris,
      { externalPath: '/models/moved' },
      {},
    );
    expect(updated).toMatchObject({
      effective: 'pending',
      retiringAddresses: [{ endsAt: null }],
    });
    now += 3_600_000;
    await fleet.settle();
    expect(routes()).toHaveLength(2);
    status = 401;
    await fleet.settle();
    now += 10_000;
    await fleet.settle();
    fleet.stop();
    expect(routes()).toHaveLength(1);
  });

  it('frees the former address at its end and not before', async () => {
    let now = Date.now();
    const { useCases, fleet } = await aPublishedPortal(() => new Date(now));
    await useCases.update(owner, iris, { externalPath: '/models/moved' }, {});
    const take = () =>
      useCases.publish(aMemberOf('b'), 'iris', {
        tenantId: 'tenant-b',
        externalPath: '/models/iris',
      });
    await expect(take()).rejects.toMatchObject({ name: 'ConflictError' });
    now += 10_000;
    await fleet.settle();
    await expect(take()).resolves.toMatchObject({ tenantId: 'tenant-b' });
    fleet.stop();
  });

  it('to an address of another publication is refused, and leaves nothing behind', async () => {
    const { useCases, fleet, cluster, published } = await aPublishedPortal();
    await useCases.publish(aMemberOf('b'), 'iris', {
      tenantId: 'tenant-b',
      externalPath: '/models/taken',
    });
    cluster.writes.length = 0;
    await expect(
      useCases.update(owner, iris, { externalPath: '/models/taken' }, {}),
    ).rejects.toMatchObject({ details: [{ field: 'config.externalPath' }] });
    const detail = await useCases.getPublication(owner, iris, {
      reveal: false,
    });
    fleet.stop();
    expect(detail.etag).toBe(published.etag);
    expect(cluster.writes).toEqual([]);
  });

  it.each([
    ['nobody whose', 'consumers', /taken by another published model/],
    [
      'whose it is where that is visible',
      'portal',
      /"iris" of tenant "tenant-b"/,
    ],
  ] as const)('to a taken address tells %s', async (_, visibility, message) => {
    const { useCases, fleet } = await aPublishedPortal();
    await useCases.publish(aMemberOf('b'), 'iris', {
      tenantId: 'tenant-b',
      externalPath: '/models/taken',
      visibility,
    });
    await expect(
      useCases.update(owner, iris, { externalPath: '/models/taken' }, {}),
    ).rejects.toThrow(message);
    fleet.stop();
  });

  it('back to the former address within the ten seconds brings it back', async () => {
    let now = Date.now();
    const { useCases, fleet, routes } = await aPublishedPortal(
      () => new Date(now),
    );
    const [oldRoute] = routes();
    await useCases.update(owner, iris, { externalPath: '/models/moved' }, {});
    await useCases.update(owner, iris, { externalPath: '/models/iris' }, {});
    now += 20_000;
    await fleet.settle();
    fleet.stop();
    expect(routes()).toEqual([oldRoute]);
  });

  it('of two publications to one address has one winner', async () => {
    const { useCases, fleet } = await aPublishedPortal();
    const other = aMemberOf('b');
    await useCases.publish(other, 'iris', {
      tenantId: 'tenant-b',
      externalPath: '/models/b',
    });
    const goal = { externalPath: '/models/goal' };
    const outcomes = await Promise.allSettled([
      useCases.update(owner, iris, goal, {}),
      useCases.update(other, iris, goal, {}),
    ]);
    const states = fleet.gateways.flatMap(runtime => runtime.states.list());
    fleet.stop();
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(
      states.filter(
        ({ configuration }) => configuration.externalPath === '/models/goal',
      ),
    ).toHaveLength(1);
    expect(states.map(({ reservation }) => reservation)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a dry run', () => {
  it.each([
    [
      'publish',
      (portal: Awaited<ReturnType<typeof aPublishedPortal>>) =>
        portal.useCases.planPublication(aMemberOf('b'), 'iris', {
          tenantId: 'tenant-b',
          externalPath: '/models/b',
        }),
      '/models/b',
    ],
    [
      'update',
      (portal: Awaited<ReturnType<typeof aPublishedPortal>>) =>
        portal.useCases.planUpdate(
          owner,
          iris,
          { externalPath: '/models/moved' },
          {},
        ),
      '/models/moved',
    ],
  ])('of %s shows the objects and changes nothing', async (_, plan, path) => {
    const portal = await aPublishedPortal();
    const planned = await plan(portal);
    portal.fleet.stop();
    expect(planned.publication.externalPath).toBe(path);
    expect(planned.manifests.map(({ kind }) => kind)).toEqual([
      'SecurityPolicy',
      'BackendTrafficPolicy',
      'Backend',
      'HTTPRoute',
    ]);
    expect(JSON.stringify(planned.manifests)).toContain(`${path}/predict`);
    expect(portal.cluster.writes).toEqual([]);
  });
});
