import { aCountedPortal } from '../__testUtils__/aCountedPortal';
import { aMemberOf } from '../__testUtils__/aPortal';

const publisher = aMemberOf('a');
const consumer = aMemberOf('b');
const viewer = aMemberOf('nobody');
const iris = { model: 'iris', tenant: 'tenant-a' };
const PAGE = { limit: 50 };

type Portal = Awaited<ReturnType<typeof aCountedPortal>>;

/** Everything that shows the usage of a publication beside other things. */
const VIEWS: Array<
  [string, (portal: Portal, caller: typeof publisher) => Promise<unknown>]
> = [
  [
    'a publication',
    async ({ useCases }, caller) =>
      (await useCases.getPublication(caller, iris, { reveal: false })).usage,
  ],
  [
    'the list of publications',
    async ({ useCases }, caller) =>
      (await useCases.listPublications(caller, PAGE)).items[0]?.usage,
  ],
];

const outages: Array<[string, () => Promise<never>]> = [
  [
    'fails',
    async () => {
      throw new Error('no such table');
    },
  ],
  ['does not answer', () => new Promise<never>(() => {})],
];

describe.each(VIEWS)('in %s, usage', (_, usageOf) => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await aCountedPortal();
  });
  afterEach(() => portal.fleet.stop());

  it.each([
    [
      'all of it to the publisher',
      publisher,
      { scope: 'publication', totalRequests: 6, requestsLimited: 2 },
      ['coverageOf', 'totalsOf'],
    ],
    [
      'its own to a consumer',
      consumer,
      { scope: 'tenants', totalRequests: 4, requestsLimited: null },
      ['coverageOf', 'totalsOfTenants'],
    ],
    [
      'nothing to a viewer',
      viewer,
      { scope: 'tenants', totalRequests: null, requestsLimited: null },
      ['coverageOf'],
    ],
  ])('is shown: %s', async (_title, caller, expected, questions) => {
    expect(await usageOf(portal, caller)).toMatchObject({
      state: 'current',
      ...expected,
    });
    expect(portal.store.questions).toEqual(questions);
  });

  it('is left out where the permission policy hides it, and not asked for', async () => {
    const restricted = { ...publisher, permitsUsage: () => false };
    expect(await usageOf(portal, restricted)).toBeUndefined();
    expect(portal.store.questions).toEqual([]);
  });

  it.each(outages)(
    'is unavailable when the database %s, and the rest is shown',
    async (_title, outage) => {
      portal.store.outage = outage;
      expect(await usageOf(portal, publisher)).toEqual({
        state: 'unavailable',
        asOf: null,
        since: null,
        scope: 'publication',
        totalRequests: null,
        requestsToday: null,
        requestsLimited: null,
        tokensUsed: null,
        lastAccessTime: null,
      });
      expect(portal.logger.error).toHaveBeenCalledTimes(1);
    },
  );

  it('is off without a source, and not asked for', async () => {
    portal.source.exists = false;
    expect(await usageOf(portal, publisher)).toMatchObject({
      state: 'off',
      totalRequests: null,
    });
    expect(portal.store.questions).toEqual([]);
  });

  it('goes stale with the source, and keeps its numbers', async () => {
    portal.pass(3 * 60_000);
    expect(await usageOf(portal, publisher)).toMatchObject({
      state: 'unavailable',
      asOf: '2026-03-04T11:59:55.000Z',
      totalRequests: 6,
    });
  });
});

describe('keys', () => {
  let portal: Portal;
  const used = new Date('2026-03-04T11:59:00.000Z');
  beforeEach(async () => {
    portal = await aCountedPortal();
    await portal.useCases.createKey(consumer, iris, {});
  });
  afterEach(() => portal.fleet.stop());

  const lastUses = async (caller = publisher) => {
    portal.store.questions.length = 0;
    const { items } = await portal.useCases.listKeys(caller, iris, PAGE);
    return items.map(({ tenantId, lastUsedAt }) => [tenantId, lastUsedAt]);
  };
  const use = () =>
    portal.store.keys.set(portal.uid, new Map([[portal.keyOfA, used]]));

  it('say when they were used last, all by one question', async () => {
    use();
    expect(await lastUses()).toEqual([
      ['tenant-a', used.toISOString()],
      ['tenant-b', null],
    ]);
    expect(portal.store.questions).toEqual(['lastUseOfKeys']);
    expect(await lastUses(consumer)).toEqual([['tenant-b', null]]);
  });

  it('do not seem unused where nobody counts their use', async () => {
    expect(await lastUses()).toEqual([
      ['tenant-a', undefined],
      ['tenant-b', undefined],
    ]);
  });

  it.each<[string, (portal: Portal) => void]>([
    [
      'there is no source',
      ({ source }) => {
        source.exists = false;
      },
    ],
    ...outages.map(([title, outage]): [string, (portal: Portal) => void] => [
      `the database ${title}`,
      ({ store }) => {
        store.outage = outage;
      },
    ]),
  ])('are shown without that when %s', async (_, change) => {
    use();
    change(portal);
    expect((await lastUses()).map(([, lastUse]) => lastUse)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('do not tell it to those from whom the permission policy hides usage', async () => {
    use();
    const restricted = { ...publisher, permitsUsage: () => false };
    expect((await lastUses(restricted))[0]).toEqual(['tenant-a', undefined]);
  });
});
