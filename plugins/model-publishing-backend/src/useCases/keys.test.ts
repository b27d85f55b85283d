import { FakeCluster } from '../__testUtils__/FakeCluster';
import {
  aConfig,
  aMemberOf,
  aPortal,
  seedModel,
} from '../__testUtils__/aPortal';
import { Caller } from '../tenancy/Caller';

const publisher = aMemberOf('a');
const consumer = aMemberOf('b');
const iris = { model: 'iris', tenant: 'tenant-a' };
const HOUR_MS = 3_600_000;
const PAGE = { limit: 50 };

async function aSharedModel() {
  let now = Date.now();
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  const portal = await aPortal(cluster, () => new Date(now));
  const published = await portal.useCases.publish(publisher, 'iris', {
    tenantId: 'tenant-a',
    authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
  });
  const statesFor = async (caller: Caller) => {
    const { items } = await portal.useCases.listKeys(caller, iris, PAGE);
    return Object.fromEntries(items.map(({ id, state }) => [id, state]));
  };
  return {
    ...portal,
    cluster,
    firstKey: String(published.apiKeyId),
    now: () => now,
    pass: async (ms: number) => {
      now += ms;
      await portal.fleet.settle();
    },
    statesFor,
    /** Ids of the keys that Envoy reads. */
    atGateway: () => {
      const [runtime] = portal.fleet.gateways;
      const [state] = runtime?.states.list() ?? [];
      return ((state && runtime?.credentials.entries(state)) ?? []).map(
        ({ clientId }) => clientId.split('.').pop(),
      );
    },
  };
}

describe('keys of several tenants', () => {
  it('are issued to a consumer for the own tenant, and seen by it and the publisher', async () => {
    const { useCases, fleet, firstKey, statesFor } = await aSharedModel();
    const issued = await useCases.createKey(consumer, iris, { name: 'app' });
    fleet.stop();
    expect(issued.key).toMatchObject({
      name: 'app',
      tenantId: 'tenant-b',
      state: 'active',
      primary: true,
    });
    expect(await statesFor(consumer)).toEqual({ [issued.key.id]: 'active' });
    expect(await statesFor(publisher)).toEqual({
      [firstKey]: 'active',
      [issued.key.id]: 'active',
    });
  });

  it('can be revoked by the publisher, and not the other way round', async () => {
    const { useCases, fleet, firstKey, atGateway } = await aSharedModel();
    const { key } = await useCases.createKey(consumer, iris, {});
    await expect(
      useCases.revokeKey(consumer, iris, firstKey),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    const revoked = await useCases.revokeKey(publisher, iris, key.id);
    fleet.stop();
    expect(revoked.key.state).toBe('revoked');
    expect(atGateway()).toEqual([firstKey]);
  });

  it('cannot be had by tenants that may not use the model', async () => {
    const { useCases, fleet } = await aSharedModel();
    await expect(
      useCases.createKey(consumer, iris, { tenantId: 'tenant-a' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await useCases.update(
      publisher,
      iris,
      {
        authentication: { allowedTenants: ['tenant-a'] },
        visibility: 'portal',
      },
      {},
    );
    await expect(useCases.createKey(consumer, iris, {})).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    fleet.stop();
  });

  it('of a tenant that is no longer allowed rest, and work again when it returns', async () => {
    const { useCases, fleet, statesFor, atGateway } = await aSharedModel();
    const { key } = await useCases.createKey(consumer, iris, {});
    const allow = (allowedTenants: string[]) =>
      useCases.update(
        publisher,
        iris,
        { authentication: { allowedTenants } },
        {},
      );
    await allow(['tenant-a']);
    expect((await statesFor(publisher))[key.id]).toBe('suspended');
    expect(atGateway()).toContain(key.id);
    await allow(['tenant-a', 'tenant-b']);
    expect((await statesFor(publisher))[key.id]).toBe('active');
    fleet.stop();
  });
});

describe('a rotation', () => {
  it('leaves the previous key to its grace period, by default a day', async () => {
    const { useCases, fleet, firstKey, now, pass, statesFor, atGateway } =
      await aSharedModel();
    const rotated = await useCases.rotateKey(publisher, iris, {});
    expect(rotated).toMatchObject({
      previousKeyId: firstKey,
      previousKeyEndsAt: new Date(now() + 24 * HOUR_MS).toISOString(),
    });
    await pass(24 * HOUR_MS - 1);
    expect(await statesFor(publisher)).toEqual({
      [firstKey]: 'active',
      [rotated.key.id]: 'active',
    });
    await pass(1);
    expect(await statesFor(publisher)).toEqual({
      [firstKey]: 'revoked',
      [rotated.key.id]: 'active',
    });
    expect(atGateway()).toEqual([rotated.key.id]);
    fleet.stop();
  });

  it('leaves at most one previous key', async () => {
    const { useCases, fleet, firstKey, statesFor } = await aSharedModel();
    const second = await useCases.rotateKey(publisher, iris, { grace: '1h' });
    const third = await useCases.rotateKey(publisher, iris, { grace: '1h' });
    fleet.stop();
    expect(await statesFor(publisher)).toEqual({
      [firstKey]: 'revoked',
      [second.key.id]: 'active',
      [third.key.id]: 'active',
    });
    expect(third.previousKeyId).toBe(second.key.id);
  });

  it('of one key carries name and length of life over', async () => {
    const { useCases, fleet, now, pass } = await aSharedModel();
    const { key } = await useCases.createKey(publisher, iris, {
      name: 'ci',
      expiresAt: new Date(now() + 48 * HOUR_MS).toISOString(),
    });
    await pass(10 * HOUR_MS);
    const rotated = await useCases.rotateOneKey(publisher, iris, key.id, {
      grace: 'now',
    });
    fleet.stop();
    expect(rotated).toMatchObject({
      previousKeyId: key.id,
      previousKeyEndsAt: null,
      key: {
        name: 'ci',
        primary: false,
        expiresAt: new Date(now() + 48 * HOUR_MS).toISOString(),
      },
    });
  });

  it.each([
    ['above the maximum', '31d', 'RuleViolationError'],
    ['at the maximum', '30d', undefined],
  ])('with a grace period %s', async (_, grace, error) => {
    const { useCases, fleet } = await aSharedModel();
    const outcome = await useCases.rotateKey(publisher, iris, { grace }).then(
      () => undefined,
      ({ name }) => name,
    );
    fleet.stop();
    expect(outcome).toBe(error);
  });

  it('of a key that was replaced already is refused', async () => {
    const { useCases, fleet, firstKey } = await aSharedModel();
    await useCases.rotateKey(publisher, iris, { grace: '1h' });
    await expect(
      useCases.rotateOneKey(publisher, iris, firstKey, {}),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    fleet.stop();
  });

  it('by several at once has one winner for each previous key', async () => {
    const { useCases, fleet, atGateway, statesFor } = await aSharedModel();
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() =>
        useCases.rotateKey(publisher, iris, { grace: 'now' }),
      ),
    );
    const states = await statesFor(publisher);
    fleet.stop();
    const active = Object.keys(states).filter(id => states[id] === 'active');
    const issued = outcomes.flatMap(outcome =>
      outcome.status === 'fulfilled' ? [outcome.value.key.id] : [],
    );
    expect(active).toHaveLength(1);
    expect(issued).toEqual(expect.arrayContaining(active));
    expect(atGateway()).toEqual(active);
  });
});

describe('the end of a key', () => {
  it('comes at its expiry, also after a restart', async () => {
    const { useCases, fleet, now, cluster } = await aSharedModel();
    const end = now() + HOUR_MS;
    const { key } = await useCases.createKey(publisher, iris, {
      expiresAt: new Date(end).toISOString(),
    });
    fleet.stop();
    const later = await aPortal(cluster, () => new Date(end));
    const { items } = await later.useCases.listKeys(publisher, iris, PAGE);
    later.fleet.stop();
    expect(items.find(({ id }) => id === key.id)?.state).toBe('expired');
  });

  it.each([
    ['in the past', -1],
    ['now', 0],
  ])('cannot be %s when it is asked for', async (_, offset) => {
    const { useCases, fleet, now } = await aSharedModel();
    await expect(
      useCases.createKey(publisher, iris, {
        expiresAt: new Date(now() + offset).toISOString(),
      }),
    ).rejects.toMatchObject({ details: [{ field: 'expiresAt' }] });
    fleet.stop();
  });
});

describe('the longest life that the platform allows', () => {
  it.each([
    ['has no end', undefined],
    ['is to live longer', 60 * 24 * HOUR_MS],
  ])('holds for the successor of a key that %s', async (_, life) => {
    const { useCases, fleet, now } = await aSharedModel();
    const { key } = await useCases.createKey(publisher, iris, {
      ...(life && { expiresAt: new Date(now() + life).toISOString() }),
    });
    aConfig.keys.maxExpiry = '30d';
    try {
      const rotated = await useCases.rotateOneKey(publisher, iris, key.id, {});
      expect(rotated.key.expiresAt).toBe(
        new Date(now() + 30 * 24 * HOUR_MS).toISOString(),
      );
    } finally {
      aConfig.keys.maxExpiry = undefined;
      fleet.stop();
    }
  });
});

describe('a bulk revocation', () => {
  it('says first what it would do, and does just that', async () => {
    const { useCases, fleet, firstKey, statesFor, atGateway, now } =
      await aSharedModel();
    const mine = await useCases.createKey(publisher, iris, {});
    const theirs = await useCases.createKey(consumer, iris, {});
    const choice = {
      tenantId: 'tenant-a',
      createdBefore: new Date(now() + 1).toISOString(),
    };
    const idsOf = (answer: { keys: Array<{ id: string }> }) =>
      answer.keys.map(({ id }) => id).sort();
    const plan = await useCases.revokeKeys(publisher, iris, {
      ...choice,
      dryRun: true,
    });
    expect(idsOf(plan)).toEqual([firstKey, mine.key.id].sort());
    expect(atGateway()).toHaveLength(3);
    const done = await useCases.revokeKeys(publisher, iris, {
      ...choice,
      dryRun: false,
    });
    fleet.stop();
    expect(idsOf(done)).toEqual(idsOf(plan));
    expect(atGateway()).toEqual([theirs.key.id]);
    expect((await statesFor(publisher))[theirs.key.id]).toBe('active');
  });

  it('by a consumer reaches the own keys only', async () => {
    const { useCases, fleet, firstKey, atGateway } = await aSharedModel();
    await useCases.createKey(consumer, iris, {});
    await useCases.revokeKeys(consumer, iris, { dryRun: false });
    fleet.stop();
    expect(atGateway()).toEqual([firstKey]);
  });
});

describe('a key that is asked for again', () => {
  it('is revealed to its owners, each the one of the own tenant', async () => {
    const { useCases, fleet } = await aSharedModel();
    const { apiKey } = await useCases.createKey(consumer, iris, {});
    const reveal = (caller: Caller, wanted = true) =>
      useCases.getPublication(caller, iris, { reveal: wanted });
    expect(await reveal(consumer)).toMatchObject({
      apiKey,
      apiKeyReason: 'revealed',
    });
    expect((await reveal(publisher)).apiKey).not.toBe(apiKey);
    expect(await reveal(consumer, false)).toMatchObject({
      apiKey: null,
      apiKeyReason: 'not-revealed',
    });
    const held = { ...consumer, permitsReveal: () => false };
    expect(await reveal(held)).toMatchObject({
      apiKey: null,
      apiKeyReason: 'not-revealed',
    });
    fleet.stop();
  });

  it('is lost when somebody has deleted the credentials', async () => {
    const { useCases, fleet, cluster, firstKey, statesFor } =
      await aSharedModel();
    for (const [key, object] of cluster.objects) {
      if (
        object.metadata.name.endsWith('-credentials') &&
        key.includes('iris')
      ) {
        cluster.store('DELETED', object);
      }
    }
    await fleet.settle();
    expect((await statesFor(publisher))[firstKey]).toBe('lost');
    expect(
      await useCases.getPublication(publisher, iris, { reveal: true }),
    ).toMatchObject({ apiKey: null, apiKeyReason: 'lost' });
    const { key } = await useCases.rotateKey(publisher, iris, {});
    expect((await statesFor(publisher))[key.id]).toBe('active');
    fleet.stop();
  });
});

describe('a request that comes again', () => {
  const request = { id: 'a'.repeat(64), replay: false };
  const again = { ...request, replay: true };

  it.each([
    [
      'issues one key',
      (portal: Shared, r: typeof request) =>
        portal.useCases.createKey(consumer, iris, { request: r }),
    ],
    [
      'rotates once',
      (portal: Shared, r: typeof request) =>
        portal.useCases.rotateKey(publisher, iris, { request: r }),
    ],
  ])('%s, and hands it out again', async (_, act) => {
    const portal = await aSharedModel();
    const first = await act(portal, request);
    const second = await act(portal, again);
    const third = await act(portal, request);
    portal.fleet.stop();
    expect([second.apiKey, third.apiKey]).toEqual([first.apiKey, first.apiKey]);
    expect(portal.atGateway()).toHaveLength(2);
  });

  it('publishes once, and hands out the key again', async () => {
    const portal = await aSharedModel();
    await portal.useCases.unpublish(publisher, iris);
    const act = (r: typeof request) =>
      portal.useCases.publish(publisher, 'iris', { tenantId: 'tenant-a' }, r);
    const first = await act(request);
    expect(await act(again)).toMatchObject({
      id: first.id,
      apiKey: first.apiKey,
      apiKeyId: first.apiKeyId,
    });
    expect(portal.atGateway()).toEqual([first.apiKeyId]);
    await portal.useCases.unpublish(publisher, iris);
    await expect(act(again)).rejects.toMatchObject({ name: 'ConflictError' });
    portal.fleet.stop();
  });

  it('finishes what a crash has cut off, with one key', async () => {
    const publishing = (portal: Awaited<ReturnType<typeof aPortal>>) =>
      portal.useCases.publish(
        publisher,
        'iris',
        { tenantId: 'tenant-a' },
        request,
      );
    const cutAfter = async (n: number) => {
      const cluster = new FakeCluster();
      seedModel(cluster, 'tenant-a', 'iris');
      const portal = await aPortal(cluster);
      let writes = 0;
      cluster.onWrite = () => {
        writes++;
        if (writes === n) {
          portal.client.crash();
        }
      };
      await publishing(portal).catch(() => undefined);
      cluster.onWrite = () => {};
      portal.client.crash();
      portal.fleet.stop();
      return { cluster, writes };
    };
    const { writes } = await cutAfter(0);
    expect(writes).toBeGreaterThan(5);
    for (let cut = 1; cut <= writes; cut++) {
      const portal = await aPortal((await cutAfter(cut)).cluster);
      const { apiKey, apiKeyId } = await publishing(portal);
      await portal.fleet.settle();
      const { items } = await portal.useCases.listKeys(publisher, iris, PAGE);
      portal.fleet.stop();
      expect({ cut, hasKey: apiKey !== null }).toEqual({ cut, hasKey: true });
      expect(items.filter(({ state }) => state === 'active')).toMatchObject([
        { id: apiKeyId },
      ]);
    }
  });

  it('is a new request after a day', async () => {
    const portal = await aSharedModel();
    const first = await portal.useCases.createKey(consumer, iris, { request });
    await portal.pass(24 * HOUR_MS);
    const second = await portal.useCases.createKey(consumer, iris, { request });
    portal.fleet.stop();
    expect(second.key.id).not.toBe(first.key.id);
  });

  it('does not publish again with the key of yesterday', async () => {
    const portal = await aSharedModel();
    await portal.useCases.unpublish(publisher, iris);
    const act = () =>
      portal.useCases.publish(
        publisher,
        'iris',
        { tenantId: 'tenant-a' },
        request,
      );
    const first = await act();
    await portal.pass(25 * HOUR_MS);
    await expect(act()).rejects.toMatchObject({ name: 'ConflictError' });
    portal.fleet.stop();
    expect(portal.atGateway()).toEqual([first.apiKeyId]);
  });

  it('has no second effect when the first one is gone', async () => {
    const { useCases, fleet } = await aSharedModel();
    await expect(
      useCases.createKey(consumer, iris, { request: again }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    fleet.stop();
  });

  it('says that the key was shown when it works no more', async () => {
    const { useCases, fleet } = await aSharedModel();
    const { key } = await useCases.createKey(consumer, iris, { request });
    await useCases.revokeKey(consumer, iris, key.id);
    const answer = await useCases.createKey(consumer, iris, { request: again });
    fleet.stop();
    expect(answer).toMatchObject({
      apiKey: null,
      apiKeyReason: 'already-shown',
      apiKeyAlreadyShown: true,
    });
  });
});

type Shared = Awaited<ReturnType<typeof aSharedModel>>;
