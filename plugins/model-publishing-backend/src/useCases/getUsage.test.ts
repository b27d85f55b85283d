import {
  UsageGrouping,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { aCountedPortal } from '../__testUtils__/aCountedPortal';
import { aMemberOf } from '../__testUtils__/aPortal';
import { UsageRequest } from './getUsage';

const publisher = aMemberOf('a');
const admin = aMemberOf('platform');
const consumer = aMemberOf('b');
const stranger = aMemberOf('nobody');
const iris = { model: 'iris', tenant: 'tenant-a' };
const DAY_MS = 24 * 60 * 60_000;

const linesOf = ({ series }: UsageSeries) =>
  series.map(({ measure, group, points }) =>
    [
      measure,
      ...Object.values(group),
      ...points.map(({ start, value }) => `${start.slice(11, 16)}=${value}`),
    ].join(' '),
  );

describe('the usage of a published model', () => {
  let portal: Awaited<ReturnType<typeof aCountedPortal>>;
  beforeEach(async () => {
    portal = await aCountedPortal();
  });
  afterEach(() => portal.fleet.stop());

  const usageFor = (
    caller: typeof publisher,
    request: Partial<UsageRequest> = {},
  ) => portal.useCases.getUsage(caller, iris, { step: 'hour', ...request });

  it.each([
    ['its publisher', publisher],
    ['an administrator', admin],
  ])('is shown to %s as a whole', async (_, caller) => {
    const usage = await usageFor(caller);
    expect(usage).toMatchObject({
      usage: {
        state: 'current',
        since: '2026-03-04T10:00:00.000Z',
        scope: 'publication',
        totalRequests: 6,
        requestsLimited: 2,
        tokensUsed: null,
      },
      from: '2026-03-03T12:00:00.000Z',
      to: '2026-03-04T12:00:00.000Z',
      step: 'hour',
      groupBy: null,
    });
    expect(linesOf(usage)).toEqual([
      'requests 10:00=3 11:00=3',
      'limited 10:00=1 11:00=1',
    ]);
  });

  it.each<[UsageGrouping | undefined, string[], string[]]>([
    [
      undefined,
      ['requests 10:00=3 11:00=3', 'limited 10:00=1 11:00=1'],
      ['calls 10:00=2 11:00=2'],
    ],
    [
      'status',
      ['responses 200 10:00=3 11:00=3', 'limited 10:00=1 11:00=1'],
      [],
    ],
    ['tokenType', [], []],
    [
      'tenant',
      ['calls tenant-a 10:00=2 11:00=2', 'calls tenant-b 10:00=2 11:00=2'],
      ['calls tenant-b 10:00=2 11:00=2'],
    ],
    [
      'key',
      [
        'calls tenant-a key-of-tenant-a 10:00=2 11:00=2',
        'calls tenant-b key-of-tenant-b 10:00=2 11:00=2',
      ],
      ['calls tenant-b key-of-tenant-b 10:00=2 11:00=2'],
    ],
  ])(
    'by %s has all for the publisher, and for a consumer what its own keys were used for',
    async (groupBy, forPublisher, forConsumer) => {
      expect(linesOf(await usageFor(publisher, { groupBy }))).toEqual(
        forPublisher,
      );
      const consumed = await usageFor(consumer, { groupBy });
      expect(linesOf(consumed)).toEqual(forConsumer);
      expect(consumed.usage).toMatchObject({
        scope: 'tenants',
        totalRequests: 4,
        requestsLimited: null,
      });
      expect(JSON.stringify(consumed)).not.toContain('tenant-a');
    },
  );

  it.each<UsageGrouping | undefined>([
    undefined,
    'status',
    'tokenType',
    'tenant',
    'key',
  ])('by %s tells a viewer nothing but that it is counted', async groupBy => {
    expect(await usageFor(stranger, { groupBy })).toMatchObject({
      usage: {
        state: 'current',
        scope: 'tenants',
        totalRequests: null,
        requestsToday: null,
        requestsLimited: null,
        tokensUsed: null,
        lastAccessTime: null,
      },
      series: [],
    });
    expect(portal.store.questions).toEqual(['coverageOf']);
  });

  it('looks as if there were none to strangers, whatever they ask for', async () => {
    const hidden = await aCountedPortal('consumers');
    const ask = (model: string, request: Partial<UsageRequest> = {}) =>
      hidden.useCases
        .getUsage(stranger, { ...iris, model }, { step: 'minute', ...request })
        .catch(error => `${error}`.replace(model, '...'));
    const missing = await ask('none');
    hidden.fleet.stop();
    expect(missing).toMatch(/^NotFoundError/);
    expect(await ask('iris')).toBe(missing);
    expect(await ask('iris', { from: '2020-01-01T00:00:00Z' })).toBe(missing);
    expect(hidden.store.questions).toEqual([]);
  });

  it('is refused when the permission policy takes it away', async () => {
    await expect(
      usageFor({ ...publisher, permits: () => false }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('has no points of minutes that are dropped already', async () => {
    portal.pass(2 * DAY_MS - 30 * 60_000);
    const from = '2026-03-04T11:00:00Z';
    const to = '2026-03-04T12:00:00Z';
    const [requests] = (await usageFor(publisher, { from, to, step: 'minute' }))
      .series;
    expect(requests?.points).toHaveLength(30);
    expect(requests?.points[0]?.start).toBe('2026-03-04T11:30:00.000Z');
  });

  it('is not known before the first collection', async () => {
    const { store } = portal;
    store.coverages.clear();
    expect(await usageFor(publisher)).toMatchObject({
      usage: { state: 'pending', asOf: null, totalRequests: null },
      series: [],
    });
    expect(store.questions).not.toContain('amounts');
  });

  it('is refused by name of the field when too much is asked for', async () => {
    const from = '2026-03-01T00:00:00Z';
    await expect(
      usageFor(publisher, { from, step: 'minute' }),
    ).rejects.toMatchObject({
      statusCode: 422,
      details: [{ field: 'query.from' }],
    });
  });

  it('is refused when too many keys were used in too many spans', async () => {
    const [amount] = portal.store.counted.get(portal.uid) ?? [];
    portal.store.coverages.set('fake', {
      since: new Date(0),
      asOf: new Date('2026-03-04T12:00:00Z'),
      collectedAt: undefined,
      problem: undefined,
    });
    portal.store.counted.set(
      portal.uid,
      Array.from({ length: 2_000 }, (_, index) => ({
        start: new Date('2026-03-04T10:00:00Z'),
        detail: '',
        ...amount,
        measure: 'calls' as const,
        tenant: 'tenant-a',
        keyId: `key${index}`,
        amount: 1,
      })),
    );
    const from = '2026-03-04T10:00:00Z';
    const groupBy = 'key' as const;
    const day = await usageFor(publisher, { from, groupBy, step: 'hour' });
    expect(day.series).toHaveLength(2_000);
    await expect(
      usageFor(publisher, { from, groupBy, step: 'minute' }),
    ).rejects.toMatchObject({
      statusCode: 422,
      details: [{ field: 'query.groupBy' }],
    });
  });

  it('is an error while the database is away, rather than an answer without it', async () => {
    const text = 'select * from usage_totals';
    portal.store.outage = async () => {
      throw new Error(text);
    };
    await expect(usageFor(publisher)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining(text),
    });
    expect(portal.logger.error).toHaveBeenCalledWith(
      expect.stringContaining(text),
    );
  });
});
