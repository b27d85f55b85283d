import { mockServices } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import { describeOnDatabases } from '../__testUtils__/describeOnDatabases';
import { MIGRATIONS } from '../database/openDatabase';
import { aWantedAccess } from './__testUtils__/accessRequestBuilders';
import { AccessRequestFilter } from './AccessRequestStore';
import { DatabaseAccessRequestStore } from './DatabaseAccessRequestStore';
import { FAREWELL_MS, forgetAccessRequests } from './forgetAccessRequests';

const approval = {
  state: 'approved',
  by: 'user:default/ann',
  reason: 'welcome',
} as const;

describeOnDatabases('requests for access', database => {
  let now: number;
  const logger = mockServices.logger.mock();
  const aStore = () =>
    new DatabaseAccessRequestStore(database(), {
      clock: () => new Date(now),
      logger,
      newId: randomUUID,
    });

  beforeEach(() => {
    now = Date.parse('2026-01-01T12:00:00Z');
  });

  it('are kept as they were made', async () => {
    const store = aStore();
    const { request, isNew } = await store.add(aWantedAccess());
    expect(isNew).toBe(true);
    expect(request).toEqual({
      ...aWantedAccess(),
      id: expect.any(String),
      state: 'pending',
      requestedAt: new Date(now),
      decidedBy: undefined,
      decidedAt: undefined,
      decisionReason: undefined,
    });
    expect(await store.find(request.id)).toEqual(request);
    expect(await store.find(randomUUID())).toBeUndefined();
  });

  it('are pending once for each tenant and publication, however many replicas are asked', async () => {
    const added = await Promise.all(
      Array.from({ length: 10 }, () => aStore().add(aWantedAccess())),
    );
    expect(new Set(added.map(({ request }) => request.id)).size).toBe(1);
    expect(added.filter(({ isNew }) => isNew)).toHaveLength(1);
    const others = [
      aWantedAccess({ tenant: 'tenant-c' }),
      aWantedAccess({ publicationUid: randomUUID() }),
    ];
    for (const other of others) {
      expect(await aStore().add(other)).toMatchObject({ isNew: true });
    }
    expect(await aStore().countPendingBy('user:default/bob')).toBe(3);
    expect(await aStore().countPendingBy('user:default/ann')).toBe(0);
  });

  it('end once, whoever tries at the same time', async () => {
    const { request } = await aStore().add(aWantedAccess());
    now += 1;
    const ends = await Promise.all(
      (['approved', 'declined', 'withdrawn'] as const).map(state =>
        aStore().end(request.id, { ...approval, state }),
      ),
    );
    const ended = ends.filter(end => end !== undefined);
    expect(ended).toEqual([
      expect.objectContaining({
        decidedBy: 'user:default/ann',
        decidedAt: new Date(now),
        decisionReason: 'welcome',
      }),
    ]);
    expect(await aStore().find(request.id)).toEqual(ended[0]);
    expect(await aStore().findPending(request)).toBeUndefined();
  });

  it('can be made again once they are decided; those that were withdrawn leave nothing', async () => {
    const store = aStore();
    for (const state of ['declined', 'withdrawn', 'withdrawn'] as const) {
      const { request, isNew } = await store.add(aWantedAccess());
      expect(isNew).toBe(true);
      await store.end(request.id, { ...approval, state });
    }
    await store.add(aWantedAccess());
    const { items } = await store.list({}, { limit: 10 });
    expect(items.map(({ state }) => state).sort()).toEqual([
      'declined',
      'pending',
    ]);
  });

  describe('in lists', () => {
    const uidOf = (model: string) =>
      `6c84fb90-12c4-11e1-840d-${model.padEnd(12, '0')}`;
    beforeEach(async () => {
      const store = aStore();
      const wanted = [
        aWantedAccess({ model: 'first' }),
        aWantedAccess({ model: 'second', tenant: 'tenant-c' }),
        aWantedAccess({ model: 'elsewhere', cluster: 'two' }),
        aWantedAccess({ model: 'other', publisherTenant: 'tenant-c' }),
      ];
      for (const one of wanted) {
        await store.add({ ...one, publicationUid: uidOf(one.model) });
        now += 1;
      }
      const [first] = (await store.list({ model: 'first' }, { limit: 1 }))
        .items;
      await store.end(String(first?.id), approval);
    });
    const tenants = (
      role: 'publisher' | 'requester',
      ...places: string[]
    ): AccessRequestFilter => ({
      tenants: {
        role,
        places: places.map(place => {
          const [cluster = '', namespace = ''] = place.split('/');
          return { cluster, namespace };
        }),
      },
    });

    it.each<[string, AccessRequestFilter, string[]]>([
      ['all', {}, ['other', 'elsewhere', 'second', 'first']],
      ['pending ones', { state: 'pending' }, ['other', 'elsewhere', 'second']],
      ['one model', { model: 'second' }, ['second']],
      ['one publisher', { publisherTenant: 'tenant-c' }, ['other']],
      ['one cluster', { cluster: 'two' }, ['elsewhere']],
      ['publications', { publicationUids: [uidOf('other')] }, ['other']],
      ['no publication', { publicationUids: [] }, []],
      [
        'a publishing tenant',
        tenants('publisher', 'one/tenant-a'),
        ['second', 'first'],
      ],
      [
        'publishing tenants',
        tenants('publisher', 'one/tenant-c', 'two/tenant-a'),
        ['other', 'elsewhere'],
      ],
      ['an asking tenant', tenants('requester', 'one/tenant-c'), ['second']],
      ['no tenant', tenants('requester'), []],
      ['a tenant of elsewhere', tenants('requester', 'two/tenant-c'), []],
    ])('of %s', async (_, filter, models) => {
      const { items, totalItems } = await aStore().list(filter, { limit: 10 });
      expect(items.map(({ model }) => model)).toEqual(models);
      expect(totalItems).toBe(models.length);
    });

    it('come page by page, and none twice, even if they are of one moment', async () => {
      for (const model of ['x', 'y', 'z']) {
        await aStore().add(
          aWantedAccess({ model, publicationUid: uidOf(model) }),
        );
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await aStore().list({}, { limit: 2, cursor });
        expect(page.totalItems).toBe(7);
        seen.push(...page.items.map(({ model }) => model));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen.slice(0, 3).sort()).toEqual(['x', 'y', 'z']);
      expect(seen.slice(3)).toEqual(['other', 'elsewhere', 'second', 'first']);
    });

    it('refuse a cursor of something else', async () => {
      const list = aStore().list({}, { limit: 2, cursor: 'eyJhIjoxfQ' });
      await expect(list).rejects.toMatchObject({ name: 'InputError' });
    });
  });

  it('for publications that are gone are forgotten after a farewell', async () => {
    const gone = randomUUID();
    await aStore().add(aWantedAccess({ publicationUid: gone }));
    const { request } = await aStore().add(aWantedAccess());
    const forget = () =>
      forgetAccessRequests(database(), {
        now: new Date(now),
        published: () => [request.publicationUid],
      });
    const left = async () =>
      (await aStore().list({}, { limit: 10 })).items.map(
        ({ publicationUid }) => publicationUid,
      );
    now += FAREWELL_MS;
    await forget();
    expect(await left()).toContain(gone);
    now += 1;
    await forget();
    expect(await left()).toEqual([request.publicationUid]);
  });

  it('stay while it is not known what is published', async () => {
    await aStore().add(aWantedAccess());
    now += 2 * FAREWELL_MS;
    const forgetting = forgetAccessRequests(database(), {
      now: new Date(now),
      published: () => {
        throw new Error('not read yet');
      },
    });
    await expect(forgetting).rejects.toThrow('not read yet');
    expect(await aStore().list({}, { limit: 1 })).toMatchObject({
      totalItems: 1,
    });
  });

  it('are answered without the words of the database when it is away', async () => {
    await database().migrate.rollback({ directory: MIGRATIONS }, true);
    const adding = aStore().add(aWantedAccess());
    await expect(adding).rejects.toThrow('cannot be reached; try again');
    await expect(adding).rejects.not.toThrow(/insert|access_requests/);
  });
});
