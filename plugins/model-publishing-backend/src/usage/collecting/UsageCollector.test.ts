import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { describeOnDatabases } from '../../__testUtils__/describeOnDatabases';
import { FakePrometheus } from './__testUtils__/FakePrometheus';
import { CountedPublication } from './CountedPublication';
import { DatabaseUsageLedger, LEASE_MS } from './DatabaseUsageLedger';
import { DatabaseUsageStore } from '../telling/DatabaseUsageStore';
import { OVERLAP_MS, UsageCollector, WINDOW_MS } from './UsageCollector';
import { SERIES, TARGETS } from '../usageTables';

const START = Date.parse('2026-01-01T12:00:00Z');
const INTERVAL_MS = 10_000;
const SCRAPE_MS = 5_000;
const ID = '0'.repeat(32);
const UID = '00000000-0000-4000-8000-000000000001';
const requests = {
  measure: 'requests' as const,
  route: {
    namespace: 'model-gateway',
    name: `published-model-iris-${ID}-00000000`,
    rule: 0,
  },
};
const tokensOf = (tenant: string, keyId: string) => ({
  measure: 'tokens' as const,
  clientId: `${ID}.${tenant}.${keyId}`,
  tokenType: 'input',
});

describeOnDatabases('usage', database => {
  let now: number;
  let prometheus: FakePrometheus;
  let publications: CountedPublication[];
  const clock = () => new Date(now);
  const pass = (ms: number) => (now += ms);
  const publication = (uid = UID): CountedPublication => ({
    id: ID,
    uid,
    createdAt: now,
    modelType: 'traditional',
    modelName: undefined,
    countsByName: true,
    hasKey: () => true,
  });
  const cluster = {
    name: 'one',
    namespaces: ['model-gateway'],
    publications: () => publications,
  };
  const logger = mockServices.logger.mock();
  /** One replica. */
  const replica = (
    holder: string,
    source = prometheus,
    { delayMs = 0 } = {},
  ) => {
    const collector = new UsageCollector({
      source,
      ledger: new DatabaseUsageLedger(database(), { holder, clock }),
      intervalMs: INTERVAL_MS,
      delayMs,
      clock,
      logger,
    });
    return {
      tick: (signal = new AbortController().signal) =>
        collector.tick(cluster, signal),
    };
  };
  /** Takes so long for each answer. */
  const slowedBy = (ms: number): FakePrometheus =>
    Object.assign(new FakePrometheus(() => now), {
      read: async (...input: Parameters<FakePrometheus['read']>) => {
        pass(ms);
        return prometheus.read(...input);
      },
    });
  const store = () => new DatabaseUsageStore(database());
  const totals = async (uid = UID) =>
    (await store().totalsOf([uid], clock())).get(uid);
  /** Time goes on to the next scrape. */
  const scrape = () => {
    pass(SCRAPE_MS);
    prometheus.scrape();
  };
  /** Time goes on to the next collection, without a scrape. */
  const collect = async (by: { tick(): Promise<void> }) => {
    pass(INTERVAL_MS);
    await by.tick();
  };

  beforeEach(() => {
    now = START;
    jest.clearAllMocks();
    prometheus = new FakePrometheus(() => now);
    prometheus.start('envoy');
    scrape();
    publications = [publication()];
  });

  it('is what was counted, from collection to collection', async () => {
    const one = replica('one');
    await collect(one);
    for (const amount of [3, 4, 5]) {
      prometheus.count(requests, amount);
      scrape();
      await collect(one);
      await collect(one);
    }
    expect(await totals()).toEqual({
      requests: 12,
      requestsToday: 12,
      rateLimited: 0,
      tokens: undefined,
      lastAccessAt: new Date(now - 2 * INTERVAL_MS),
    });
    expect(await store().coverageOf('one')).toEqual({
      since: new Date(START + SCRAPE_MS),
      asOf: new Date(now - 2 * INTERVAL_MS),
      collectedAt: new Date(now),
      problem: undefined,
    });
  });

  it('outlives a restart of Envoy, a gap of days and the day', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    prometheus.start('envoy');
    prometheus.count(requests, 7);
    scrape();
    pass(3 * 24 * 60 * 60_000);
    prometheus.count(requests, 2);
    scrape();
    await collect(replica('two'));
    expect(await totals()).toMatchObject({ requests: 14, requestsToday: 2 });
  });

  it('begins at 0 for a model that is published again', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    // Nothing is scraped between the two, and the counter gets ahead of where it was.
    prometheus.forget(() => true);
    publications = [publication('second')];
    prometheus.count(requests, 8);
    scrape();
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 5 });
    expect(await totals('second')).toMatchObject({ requests: 8 });
  });

  it('begins at 0 once for a model that is published again, although the counter stands where it stood', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    publications = [publication('second')];
    scrape();
    await collect(one);
    prometheus.count(requests, 2);
    scrape();
    await collect(one);
    expect(await totals('second')).toMatchObject({ requests: 7 });
  });

  it('begins at 0 for a route that was away, however the collections fell', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    prometheus.forget(() => true);
    // Longer than what is read twice.
    pass(OVERLAP_MS);
    scrape();
    await collect(one);
    pass(OVERLAP_MS);
    scrape();
    await collect(one);
    prometheus.count(requests, 8);
    scrape();
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 13 });
  });

  it('does not give what was nobody’s to a public model that comes to answer to the name', async () => {
    const one = replica('one');
    const ofName = {
      measure: 'tokens' as const,
      modelName: 'open',
      tokenType: 'input',
    };
    publications = [];
    prometheus.count(ofName, 100);
    scrape();
    await collect(one);
    for (const uid of ['first', 'second']) {
      publications = [{ ...publication(uid), modelName: 'open' }];
      scrape();
      await collect(one);
      prometheus.count(ofName, 8);
      scrape();
      await collect(one);
      expect(await totals(uid)).toMatchObject({ tokens: 8 });
    }
  });

  it('counts from 0 what has become known after it was scraped', async () => {
    const one = replica('one');
    await collect(one);
    const known = publications;
    publications = [];
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    publications = known;
    await collect(one);
    scrape();
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 5 });
  });

  it('goes on where it was after a publication could not be read for a while', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    const known = publications;
    publications = [];
    prometheus.count(requests, 3);
    scrape();
    await collect(one);
    publications = known;
    prometheus.count(requests, 1);
    scrape();
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 9 });
  });

  it('does not collect before publications are known', async () => {
    const unread = {
      ...cluster,
      publications: () => {
        throw new ServiceUnavailableError('not read yet');
      },
    };
    const ledger = new DatabaseUsageLedger(database(), {
      holder: 'one',
      clock,
    });
    const options = { source: prometheus, ledger, clock, logger };
    const collector = new UsageCollector({
      ...options,
      intervalMs: INTERVAL_MS,
      delayMs: 0,
    });
    await collector.tick(unread, new AbortController().signal);
    expect(prometheus.readings).toEqual([]);
    expect(await store().coverageOf('one')).toMatchObject({
      since: undefined,
      problem: expect.stringContaining('not read yet'),
    });
  });

  it('takes in samples that are found late', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.lagMs = 20_000;
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    prometheus.start('envoy');
    prometheus.count(requests, 2);
    scrape();
    await collect(one);
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 7 });
  });

  it('says that the source is away, and fills the gap from its data', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    const { asOf } = (await store().coverageOf('one')) ?? {};
    prometheus.isAway = true;
    prometheus.count(requests, 6);
    scrape();
    await collect(one);
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 5 });
    expect(await store().coverageOf('one')).toMatchObject({
      asOf,
      problem: expect.stringContaining('Prometheus does not answer'),
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    prometheus.isAway = false;
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 11 });
    expect(await store().coverageOf('one')).toMatchObject({
      problem: undefined,
    });
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('reads a long gap window by window, each of which ends where the next begins', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.readings.length = 0;
    pass(45 * 60_000);
    await collect(one);
    expect(prometheus.readings).toHaveLength(4);
    expect(prometheus.readings.at(-1)?.upTo).toBe(now);
  });

  it('is collected by the replica that has the lease, whoever looks first', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.readings.length = 0;
    pass(INTERVAL_MS - 1);
    await one.tick();
    pass(1);
    await replica('two').tick();
    expect(prometheus.readings).toEqual([]);
    await one.tick();
    expect(prometheus.readings).toHaveLength(1);
  });

  it('is collected by another replica within the lease when the first one dies', async () => {
    const one = replica('one');
    const two = replica('two');
    await collect(one);
    const takeTurns = async () => {
      await one.tick();
      await two.tick();
    };
    prometheus.count(requests, 5);
    scrape();
    pass(INTERVAL_MS);
    prometheus.readings.length = 0;
    await takeTurns();
    await takeTurns();
    expect(prometheus.readings).toHaveLength(1);
    // From here on the first one is dead.
    prometheus.count(requests, 3);
    scrape();
    pass(LEASE_MS - SCRAPE_MS - 1);
    await two.tick();
    expect(prometheus.readings).toHaveLength(1);
    pass(2);
    await two.tick();
    expect(await totals()).toMatchObject({ requests: 8 });
  });

  it('stays with a replica that takes longer than the lease for one gap, window by window', async () => {
    await replica('one', slowedBy(LEASE_MS - 1)).tick();
    expect(prometheus.readings.length).toBeGreaterThan(1);
    const other = { holder: 'two', clock };
    expect(
      await new DatabaseUsageLedger(database(), other).begin('one'),
    ).toBeUndefined();
  });

  it('forgets what was not scraped for a week', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    expect(await database()(SERIES)).toHaveLength(1);
    prometheus.stop('envoy');
    prometheus.start('another');
    for (let day = 0; day < 8; day++) {
      pass(24 * 60 * 60_000);
      scrape();
      await collect(one);
    }
    expect(await database()(SERIES)).toEqual([]);
    expect(await database()(TARGETS).pluck('target')).toEqual(['another']);
  });

  it('counts nothing again when all targets get other names', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    pass(10 * 60_000);
    scrape();
    await collect(one);
    prometheus.rename('envoy', 'renamed');
    prometheus.count(requests, 2, 'renamed');
    scrape();
    await collect(one);
    prometheus.count(requests, 1, 'renamed');
    scrape();
    await collect(one);
    // The two that came while nobody looked under the new name are lost, and none is counted twice.
    expect(await totals()).toMatchObject({ requests: 6 });
  });

  it('leaves samples alone until all of their scrape are there', async () => {
    const one = replica('one', prometheus, { delayMs: 30_000 });
    await collect(one);
    prometheus.count(requests, 5);
    scrape();
    await collect(one);
    expect(await totals()).toBeUndefined();
    pass(30_000);
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 5 });
  });

  it('reads less at once after a failure', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.isAway = true;
    pass(60 * 60_000);
    prometheus.readings.length = 0;
    await collect(one);
    await collect(one);
    await collect(one);
    const spans = prometheus.readings.map(
      ({ after, upTo }) => upTo - after - OVERLAP_MS,
    );
    expect(spans).toEqual([WINDOW_MS, WINDOW_MS / 2, WINDOW_MS / 4]);
  });

  it('is left to another replica by one that cannot read it', async () => {
    const away = new FakePrometheus(() => now);
    away.isAway = true;
    await collect(replica('one'));
    pass(LEASE_MS + 1);
    const lonely = replica('two', away);
    await lonely.tick();
    prometheus.readings.length = 0;
    await lonely.tick();
    await replica('three').tick();
    expect(prometheus.readings.length).toBeGreaterThan(0);
  });

  it('is no failure when the portal stops', async () => {
    const stopped = new AbortController();
    const slow = Object.assign(new FakePrometheus(() => now), {
      read: async () => {
        stopped.abort();
        throw new Error('stopped');
      },
    });
    await replica('one', slow).tick(stopped.signal);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(await store().coverageOf('one')).toMatchObject({
      problem: undefined,
    });
  });

  it('counts nothing twice when two replicas collect at the same time', async () => {
    await collect(replica('one'));
    prometheus.count(requests, 5);
    prometheus.count(tokensOf('tenant-a', 'key1'), 40);
    scrape();
    const counted = { reached: 0, go: () => {} };
    const together = new Promise<void>(resolve => {
      counted.go = resolve;
    });
    /** Both have read before one of them writes. */
    const slow: FakePrometheus = Object.assign(new FakePrometheus(() => now), {
      read: async (...input: Parameters<FakePrometheus['read']>) => {
        const reading = await prometheus.read(...input);
        counted.reached += 1;
        if (counted.reached === 2) {
          counted.go();
        }
        await together;
        return reading;
      },
    });
    pass(INTERVAL_MS);
    const first = replica('one', slow).tick();
    while (counted.reached < 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    // Its lease runs out while it reads.
    pass(LEASE_MS + 1);
    await Promise.all([first, replica('two', slow).tick()]);
    expect(await totals()).toMatchObject({ requests: 5, tokens: 40 });
  });

  it('tells keys and tenants apart, and when a key was used last', async () => {
    const one = replica('one');
    await collect(one);
    prometheus.count(tokensOf('tenant-a', 'key1'), 30);
    prometheus.count(tokensOf('tenant-b', 'key2'), 5);
    scrape();
    const firstUse = now;
    await collect(one);
    prometheus.count(tokensOf('tenant-a', 'key1'), 3);
    scrape();
    await collect(one);
    expect(await totals()).toMatchObject({ requests: 0, tokens: 38 });
    const ofTenant = await store().totalsOfTenants(
      [UID],
      ['tenant-b'],
      clock(),
    );
    expect(ofTenant.get(UID)).toEqual({
      calls: undefined,
      callsToday: undefined,
      tokens: 5,
      lastAccessAt: new Date(firstUse),
    });
    expect(await store().lastUseOfKeys(UID)).toEqual(
      new Map([
        ['key1', new Date(now - INTERVAL_MS)],
        ['key2', new Date(firstUse)],
      ]),
    );
  });

  it.each(['minute', 'hour', 'day'] as const)(
    'is kept by the %s',
    async step => {
      const one = replica('one');
      await collect(one);
      for (const amount of [1, 2, 3]) {
        prometheus.count(requests, amount);
        scrape();
        await collect(one);
        pass(30 * 60_000);
      }
      const amounts = await store().amounts({
        uid: UID,
        from: new Date('2026-01-01T00:00:00Z'),
        to: new Date('2026-01-02T00:00:00Z'),
        step,
        measures: ['requests'],
        by: [],
        limit: 100,
      });
      expect(
        amounts.map(({ start, amount }) => [
          start.toISOString().slice(11, 16),
          amount,
        ]),
      ).toEqual(
        {
          minute: [
            ['12:00', 1],
            ['12:30', 2],
            ['13:00', 3],
          ],
          hour: [
            ['12:00', 3],
            ['13:00', 3],
          ],
          day: [['00:00', 6]],
        }[step],
      );
    },
  );
});
