import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { cpus } from 'node:os';
import { describeOnDatabases } from '../../../__testUtils__/describeOnDatabases';
import { percentile } from '../../../listings/__testUtils__/figures';
import { DatabaseUsageLedger } from '../DatabaseUsageLedger';
import { DatabaseUsageStore } from '../../telling/DatabaseUsageStore';
import { prometheusSettings } from '../../prometheus/__testUtils__/prometheusSettings';
import {
  sendSeries,
  startTestPrometheus,
} from '../../prometheus/__testUtils__/startTestPrometheus';
import { PrometheusUsageSource } from '../../prometheus/PrometheusUsageSource';
import { UsageCollector } from '../UsageCollector';
import { BusyGateway, manyCounted } from './busyGateway';

const COUNTS = [10, 100, 1_000];
const INTERVAL_MS = 10_000;
const WARM_UP = 5;
const ROUNDS = 40;
/** Target of the product. */
const MOST_QUERIES = 6;

/** A cluster with so many publications, its Prometheus, and what collects their usage. */
async function aBusyCluster(count: number, database: Knex, clock: () => Date) {
  const gateway = new BusyGateway(count);
  let answeringMs = 0;
  const prometheus = await startTestPrometheus(({ form }, response) => {
    const began = performance.now();
    const { query = '', time } = form;
    const upTo = Number(time) * 1_000;
    const after = upTo - Number(/\[(\d+)ms\]/.exec(query)?.[1]);
    sendSeries(response, gateway.answer(query, { after, upTo }));
    answeringMs += performance.now() - began;
  });
  const name = `cluster-${count}`;
  const settings = prometheusSettings({ url: prometheus.url });
  const collector = new UsageCollector({
    source: new PrometheusUsageSource(new Map([[name, settings]])),
    ledger: new DatabaseUsageLedger(database, { holder: 'bench', clock }),
    intervalMs: INTERVAL_MS,
    delayMs: 0,
    clock,
    logger: mockServices.logger.mock(),
  });
  const publications = manyCounted(count);
  const cluster = {
    name,
    namespaces: ['model-gateway'],
    publications: () => publications,
  };
  return {
    count,
    publications,
    queries: prometheus.queries,
    close: () => prometheus.close(),
    /** One collection, in milliseconds, without what Prometheus takes for its part. */
    async collect(): Promise<number> {
      const began = performance.now();
      const answered = answeringMs;
      await collector.tick(cluster, new AbortController().signal);
      return performance.now() - began - (answeringMs - answered);
    },
  };
}

describeOnDatabases('a collection of usage', database => {
  it('asks the same number of queries whatever is published', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const clock = () => new Date(now);
    const clusters = await Promise.all(
      COUNTS.map(count => aBusyCluster(count, database(), clock)),
    );
    const times = new Map(COUNTS.map(count => [count, [] as number[]]));
    const queries = new Map<number, number>();
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      now += INTERVAL_MS;
      // In turns, so that whatever else the machine does hits all of them.
      for (const { count, collect, queries: asked } of clusters) {
        asked.length = 0;
        const milliseconds = await collect();
        if (round >= WARM_UP) {
          times.get(count)?.push(milliseconds);
          queries.set(count, asked.length);
        }
      }
    }
    const [processor] = cpus();
    process.stdout.write(
      [
        '',
        `one collection, all publications in use (${cpus().length} x ${
          processor?.model
        }, Node ${process.version}, N = ${ROUNDS})`,
        '       N  queries      p50      p99',
        ...COUNTS.map(count =>
          [
            String(count).padStart(8),
            String(queries.get(count)).padStart(8),
            ...[0.5, 0.99].map(share =>
              `${percentile(times.get(count) ?? [], share).toFixed(
                0,
              )} ms`.padStart(8),
            ),
          ].join(' '),
        ),
        '',
      ].join('\n'),
    );
    const [least = 0] = queries.values();
    expect([...queries.values()]).toEqual(COUNTS.map(() => least));
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThanOrEqual(MOST_QUERIES);
    // All of them were counted, or the times would mean nothing.
    const { publications = [] } = clusters.at(-1) ?? {};
    const uids = publications.map(({ uid }) => uid);
    const totals = await new DatabaseUsageStore(database()).totalsOf(
      uids,
      clock(),
    );
    expect(totals.size).toBe(Math.max(...COUNTS));
    await Promise.all(clusters.map(({ close }) => close()));
  }, 600_000);
});
