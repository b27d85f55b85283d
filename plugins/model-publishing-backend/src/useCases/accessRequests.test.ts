import {
  AccessDecision,
  PublicationConfig,
} from '@inference-portal/plugin-model-publishing-common';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';
import { makeTables } from '../__testUtils__/inMemoryDatabase';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { Caller } from '../tenancy/Caller';
import { MAX_PENDING } from './requestAccess';

const publisher = aMemberOf('a');
const asker = aMemberOf('b');
const admin = aMemberOf('platform');
const stranger = aMemberOf('nobody');
const iris = { model: 'iris', tenant: 'tenant-a' };
const approve: AccessDecision = { decision: 'approve' };
const decline: AccessDecision = { decision: 'decline', reason: 'not for you' };

const stops: Array<() => Promise<void>> = [];

/** A portal in which tenant-a shows its iris to everybody. */
async function aSharedPortal(config: Partial<PublicationConfig> = {}) {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const portal = await aPortal(cluster);
  const { requestsDatabase, fleet, useCases } = portal;
  await makeTables(requestsDatabase);
  stops.push(async () => {
    fleet.stop();
    await requestsDatabase.destroy();
  });
  await useCases.publish(publisher, 'iris', {
    tenantId: 'tenant-a',
    visibility: 'portal',
    ...config,
  });
  await fleet.settle();
  const ask = (caller = asker) => useCases.requestAccess(caller, iris, {});
  const allowedTenants = async () =>
    (await useCases.getPublication(publisher, iris, { reveal: false }))
      .authentication.allowedTenants;
  const statesFor = async (
    caller: Caller,
    role: 'publisher' | 'requester' = 'publisher',
  ) =>
    (await useCases.listAccessRequests(caller, { role, limit: 10 })).items.map(
      ({ state }) => state,
    );
  return { ...portal, cluster, ask, allowedTenants, statesFor };
}

/** Does something after a state was read and before it is changed. */
function beforeNextWrite(
  gateways: GatewayRuntime[],
  action: () => Promise<unknown>,
) {
  for (const { states } of gateways) {
    const update = states.update.bind(states);
    states.update = async (...change) => {
      states.update = update;
      await action();
      return update(...change);
    };
  }
}

/** Does something between the two writes of an approval. */
function afterNextConvergence(
  gateways: GatewayRuntime[],
  action: () => Promise<unknown>,
) {
  for (const runtime of gateways) {
    const { converge } = runtime;
    runtime.converge = async id => {
      await converge(id);
      runtime.converge = converge;
      await action();
    };
  }
}

afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

describe('a request for access', () => {
  it('is kept once, and its publisher is told once', async () => {
    const { useCases, told } = await aSharedPortal();
    const first = await useCases.requestAccess(asker, iris, {
      reason: 'for a forecast',
    });
    const again = await useCases.requestAccess(asker, iris, {});
    expect(first).toMatchObject({
      isNew: true,
      request: {
        modelName: 'iris',
        publisherTenantId: 'tenant-a',
        tenantId: 'tenant-b',
        reason: 'for a forecast',
        state: 'pending',
        requestedBy: 'user:default/b-user',
        isPublished: true,
      },
    });
    expect(again).toEqual({ isNew: false, request: first.request });
    expect(told).toEqual([
      [
        {
          ownersOf: { cluster: 'fake', namespace: 'tenant-a' },
          except: 'user:default/b-user',
        },
        expect.objectContaining({
          link: '/model-publishing/published/fake/tenant-a/iris/access',
          topic: 'access-requests',
        }),
      ],
    ]);
    expect(JSON.stringify(told)).not.toContain('forecast');
  });

  it.each<
    [string, Partial<PublicationConfig>, Caller, string | undefined, string]
  >([
    [
      'what is not shown',
      { visibility: 'consumers' },
      asker,
      undefined,
      'NotFoundError',
    ],
    [
      'what is there for the tenant already',
      { authentication: { allowedTenants: ['tenant-a', 'tenant-b'] } },
      asker,
      undefined,
      'ConflictError',
    ],
    [
      'what is shown to consumers only',
      { visibility: 'consumers' },
      admin,
      'tenant-b',
      'ConflictError',
    ],
    ["somebody else's tenant", {}, asker, 'tenant-a', 'NotFoundError'],
    ['a tenant that does not exist', {}, asker, 'tenant-z', 'NotFoundError'],
    ['nobody', {}, stranger, undefined, 'NotAllowedError'],
  ])('cannot be made for %s', async (_, config, caller, tenantId, name) => {
    const { useCases, told, statesFor } = await aSharedPortal(config);
    await expect(
      useCases.requestAccess(caller, iris, { tenantId }),
    ).rejects.toMatchObject({ name });
    expect(await statesFor(publisher)).toEqual([]);
    expect(told).toEqual([]);
  });

  it('says which tenants come into question when there are several', async () => {
    const { useCases, registry } = await aSharedPortal();
    registry.read([
      ...registry.tenants,
      ...['tenant-c', 'tenant-d'].map(namespace => ({
        cluster: 'fake',
        namespace,
        owners: ['group:default/b'],
        source: 'config' as const,
      })),
    ]);
    await expect(useCases.requestAccess(asker, iris, {})).rejects.toMatchObject(
      {
        statusCode: 422,
        details: [
          {
            field: 'tenantId',
            problem: expect.stringContaining('tenant-b, tenant-c, tenant-d'),
          },
        ],
      },
    );
    const { request } = await useCases.requestAccess(asker, iris, {
      tenantId: 'tenant-d',
    });
    expect(request.tenantId).toBe('tenant-d');
  });

  it('cannot be one of too many', async () => {
    const { useCases, requestsDatabase, ask } = await aSharedPortal();
    await requestsDatabase('access_requests').insert(
      Array.from({ length: MAX_PENDING }, (_, index) => ({
        id: `id-${index}`,
        cluster: 'fake',
        publication_id: 'f'.repeat(32),
        publication_uid: `uid-${index}`,
        publisher_tenant: 'tenant-a',
        model: `model-${index}`,
        tenant: 'tenant-b',
        state: 'pending',
        requested_by: asker.principal.name,
        requested_at: 0,
      })),
    );
    await expect(ask()).rejects.toMatchObject({ statusCode: 429 });
    await useCases.withdrawAccessRequest(asker, 'id-0');
    await expect(ask()).resolves.toMatchObject({ isNew: true });
    // What is pending is answered as before.
    await expect(ask()).resolves.toMatchObject({ isNew: false });
  });

  it('is seen by those whom it concerns, and by nobody else', async () => {
    const { ask, statesFor } = await aSharedPortal();
    await ask();
    expect(await statesFor(publisher, 'publisher')).toEqual(['pending']);
    expect(await statesFor(publisher, 'requester')).toEqual([]);
    expect(await statesFor(asker, 'requester')).toEqual(['pending']);
    expect(await statesFor(asker, 'publisher')).toEqual([]);
    expect(await statesFor(admin, 'publisher')).toEqual(['pending']);
    expect(await statesFor(stranger, 'publisher')).toEqual([]);
    expect(await statesFor(stranger, 'requester')).toEqual([]);
  });

  it('is hidden where the permission policy hides its publication', async () => {
    const { ask, statesFor } = await aSharedPortal();
    await ask();
    const restricted = { ...publisher, permits: () => false };
    expect(await statesFor(restricted)).toEqual([]);
  });
});

describe('an approval', () => {
  it('lets the tenant in, and tells whoever has asked', async () => {
    const { useCases, ask, allowedTenants, told } = await aSharedPortal();
    const { request } = await ask();
    const approved = await useCases.decideAccessRequest(
      publisher,
      request.id,
      approve,
    );
    expect(approved).toMatchObject({
      state: 'approved',
      decidedBy: 'user:default/a-user',
    });
    expect(await allowedTenants()).toEqual(['tenant-a', 'tenant-b']);
    expect(told[1]).toEqual([
      { user: 'user:default/b-user' },
      expect.objectContaining({ title: 'Tenant tenant-b may use model iris' }),
    ]);
    const seen = await useCases.listAccessRequests(asker, {
      role: 'requester',
      limit: 1,
    });
    expect(seen.items).toMatchObject([{ state: 'approved', decidedBy: null }]);
    const { apiKey } = await useCases.createKey(asker, iris, {});
    expect(apiKey).toMatch(/^mp_/);
  });

  it('can be repeated: the tenant is not let in again after it was put out', async () => {
    const { useCases, ask, allowedTenants, told } = await aSharedPortal();
    const { request } = await ask();
    await useCases.decideAccessRequest(publisher, request.id, approve);
    await useCases.update(
      publisher,
      iris,
      { authentication: { allowedTenants: ['tenant-a'] } },
      {},
    );
    const again = await useCases.decideAccessRequest(
      publisher,
      request.id,
      approve,
    );
    expect(again.state).toBe('approved');
    expect(await allowedTenants()).toEqual(['tenant-a']);
    expect(told).toHaveLength(2);
  });

  it('is finished by another one when its replica dies between the two writes', async () => {
    const portal = await aSharedPortal();
    const { useCases, ask, allowedTenants, requestsDatabase } = portal;
    const { request } = await ask();
    await requestsDatabase.raw(
      `create trigger death before update on access_requests
       begin select raise(abort, 'the replica dies'); end`,
    );
    await expect(
      useCases.decideAccessRequest(publisher, request.id, approve),
    ).rejects.toThrow('cannot be reached');
    await requestsDatabase.raw('drop trigger death');
    expect(await allowedTenants()).toContain('tenant-b');
    expect(await portal.statesFor(publisher)).toEqual(['pending']);
    await useCases.decideAccessRequest(publisher, request.id, approve);
    expect(await portal.statesFor(publisher)).toEqual(['approved']);
    expect(await allowedTenants()).toEqual(['tenant-a', 'tenant-b']);
  });

  it('keeps what somebody else changes about the tenants at the same moment', async () => {
    const { useCases, registry, ask, allowedTenants, fleet } =
      await aSharedPortal();
    registry.read([
      ...registry.tenants,
      { cluster: 'fake', namespace: 'tenant-c', owners: [], source: 'config' },
    ]);
    const { request } = await ask();
    beforeNextWrite(fleet.gateways, () =>
      useCases.update(
        publisher,
        iris,
        { authentication: { allowedTenants: ['tenant-a', 'tenant-c'] } },
        {},
      ),
    );
    await useCases.decideAccessRequest(publisher, request.id, approve);
    expect(await allowedTenants()).toEqual([
      'tenant-a',
      'tenant-b',
      'tenant-c',
    ]);
  });

  it.each([
    ['declined', decline, publisher],
    ['withdrawn', undefined, asker],
  ])(
    'is taken back when the request is %s at the same moment',
    async (state, decision, caller) => {
      const portal = await aSharedPortal();
      const { useCases, ask, allowedTenants, statesFor, fleet } = portal;
      const { request } = await ask();
      afterNextConvergence(fleet.gateways, () =>
        decision
          ? useCases.decideAccessRequest(caller, request.id, decision)
          : useCases.withdrawAccessRequest(caller, request.id),
      );
      await expect(
        useCases.decideAccessRequest(publisher, request.id, approve),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(await statesFor(publisher)).toEqual([state]);
      expect(await allowedTenants()).toEqual(['tenant-a']);
    },
  );

  it('is refused when the model was unpublished, even if it is published again', async () => {
    const { useCases, ask, allowedTenants, fleet, statesFor } =
      await aSharedPortal();
    const { request } = await ask();
    await useCases.unpublish(publisher, iris);
    await fleet.settle();
    await useCases.publish(publisher, 'iris', { tenantId: 'tenant-a' });
    await fleet.settle();
    await expect(
      useCases.decideAccessRequest(publisher, request.id, approve),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('unpublished'),
    });
    expect(await allowedTenants()).toEqual(['tenant-a']);
    const { items } = await useCases.listAccessRequests(publisher, {
      role: 'publisher',
      limit: 1,
    });
    expect(items).toMatchObject([{ isPublished: false }]);
    await useCases.decideAccessRequest(publisher, request.id, decline);
    expect(await statesFor(publisher)).toEqual(['declined']);
  });

  it.each([
    ['private', 'rejects'],
    ['consumers', 'resolves'],
  ] as const)(
    'of what is shown to %s only by now %s',
    async (visibility, outcome) => {
      const { useCases, ask } = await aSharedPortal();
      const { request } = await ask();
      await useCases.update(publisher, iris, { visibility }, {});
      const decided = await useCases
        .decideAccessRequest(publisher, request.id, approve)
        .then(
          () => 'resolves',
          () => 'rejects',
        );
      expect(decided).toBe(outcome);
    },
  );
});

describe('a refusal', () => {
  it('leaves the tenant out, and the tenant learns why', async () => {
    const { useCases, ask, allowedTenants, told } = await aSharedPortal();
    const { request } = await ask();
    await useCases.decideAccessRequest(publisher, request.id, decline);
    expect(await allowedTenants()).toEqual(['tenant-a']);
    const { items } = await useCases.listAccessRequests(asker, {
      role: 'requester',
      limit: 1,
    });
    expect(items).toMatchObject([
      { state: 'declined', decisionReason: 'not for you', decidedBy: null },
    ]);
    expect(told[1]?.[0]).toEqual({ user: 'user:default/b-user' });
    expect(JSON.stringify(told)).not.toContain('not for you');
    await expect(
      useCases.decideAccessRequest(publisher, request.id, approve),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await expect(ask()).resolves.toMatchObject({ isNew: true });
  });
});

describe('whoever', () => {
  it.each<[string, Caller, string]>([
    ['has asked sees it and does not decide', asker, 'NotAllowedError'],
    ['has nothing to do with it sees nothing', stranger, 'NotFoundError'],
    [
      'is held back by the permission policy does not decide',
      { ...publisher, permits: () => false },
      'NotAllowedError',
    ],
  ])('%s', async (_, caller, name) => {
    const { useCases, ask, allowedTenants, statesFor } = await aSharedPortal();
    const { request } = await ask();
    for (const decision of [approve, decline]) {
      await expect(
        useCases.decideAccessRequest(caller, request.id, decision),
      ).rejects.toMatchObject({ name });
    }
    expect(await statesFor(publisher)).toEqual(['pending']);
    expect(await allowedTenants()).toEqual(['tenant-a']);
  });

  it('asks about a request of others hears what he would hear about none', async () => {
    const { useCases, ask } = await aSharedPortal();
    const { request } = await ask();
    const missing = '6c84fb90-12c4-11e1-840d-7b25c5ee775a';
    const answerTo = (id: string) =>
      Promise.all(
        [
          useCases.decideAccessRequest(stranger, id, approve),
          useCases.withdrawAccessRequest(stranger, id),
        ].map(answer =>
          answer.catch(error =>
            `${error.name} ${error.message}`.replace(id, ''),
          ),
        ),
      );
    expect(await answerTo(request.id)).toEqual(await answerTo(missing));
  });

  it('has published the model does not withdraw for others', async () => {
    const { useCases, ask } = await aSharedPortal();
    const { request } = await ask();
    await expect(
      useCases.withdrawAccessRequest(publisher, request.id),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('has asked may withdraw, twice as well as once, and not after a decision', async () => {
    const { useCases, ask } = await aSharedPortal();
    const { request } = await ask();
    for (const _ of [1, 2]) {
      await expect(
        useCases.withdrawAccessRequest(asker, request.id),
      ).resolves.toMatchObject({ state: 'withdrawn' });
    }
    const { request: next } = await ask();
    await useCases.decideAccessRequest(publisher, next.id, approve);
    await expect(
      useCases.withdrawAccessRequest(asker, next.id),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });
});
