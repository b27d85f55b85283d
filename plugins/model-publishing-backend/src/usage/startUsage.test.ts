import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { aGateway, aState } from '../__testUtils__/builders';
import { describeOnDatabases } from '../__testUtils__/describeOnDatabases';
import { FakePrometheus } from './collecting/__testUtils__/FakePrometheus';
import { startUsage } from './startUsage';
import { rollUp } from './collecting/rollUp';
import { AMOUNTS } from './usageTables';

const DAY_MS = 24 * 60 * 60_000;

describeOnDatabases('usage of gateways', database => {
  let now: number;
  let prometheus: FakePrometheus;
  let isRead: boolean;

  const runtime = (cluster: string, namespace: string) => ({
    gateway: aGateway({ cluster, namespace }),
    states: {
      list: () => [aState({ createdAt: new Date(0).toISOString() })],
    },
    requireSynced: () => {
      if (!isRead) {
        throw new ServiceUnavailableError('not read yet');
      }
    },
  });

  /** Runs the tasks by hand. */
  const start = async (gateways: ReturnType<typeof runtime>[]) => {
    const scheduler = mockServices.scheduler.mock();
    const store = await startUsage({
      database: database(),
      scheduler,
      logger: mockServices.logger.mock(),
      clock: () => new Date(now),
      source: prometheus,
      gateways,
      usage: {
        intervalMs: 10_000,
        delayMs: 0,
        retentionMs: {
          minute: DAY_MS,
          hour: 10 * DAY_MS,
          day: 100 * DAY_MS,
        },
      },
      holder: 'this',
    });
    const tasks = new Map(
      scheduler.scheduleTask.mock.calls.map(([task]) => [task.id, task]),
    );
    const run = async (id: string) =>
      tasks.get(id)?.fn(new AbortController().signal);
    return { store, tasks, run };
  };

  beforeEach(() => {
    now = Date.parse('2026-01-01T12:00:00Z');
    isRead = true;
    prometheus = new FakePrometheus(() => now);
  });

  it('is collected of each cluster once, from all of its gateways', async () => {
    const { tasks, run } = await start([
      runtime('one', 'a'),
      runtime('one', 'b'),
      runtime('two', 'c'),
    ]);
    expect([...tasks.keys()]).toEqual([
      'collect-usage-of-one',
      'collect-usage-of-two',
      'forget-old-usage',
    ]);
    await run('collect-usage-of-one');
    expect(
      new Set(prometheus.readings.flatMap(({ namespaces }) => namespaces)),
    ).toEqual(new Set(['a', 'b']));
  });

  it('is not collected where there is no source', async () => {
    jest.spyOn(prometheus, 'has').mockReturnValue(false);
    const { tasks, store } = await start([runtime('one', 'a')]);
    expect([...tasks.keys()]).toEqual(['forget-old-usage']);
    expect(await store.coverageOf('one')).toBeUndefined();
  });

  it.each<
    [task: string, expected: Partial<SchedulerServiceTaskScheduleDefinition>]
  >([
    // Taken over within 15 s: 10 s of the lease and one look.
    ['collect-usage-of-one', { scope: 'local', frequency: { seconds: 3 } }],
    ['forget-old-usage', { scope: 'global' }],
  ])('has task %s', async (task, expected) => {
    const { tasks } = await start([runtime('one', 'a')]);
    expect(tasks.get(task)).toMatchObject(expected);
  });

  it('does not forget anything before all clusters have been read', async () => {
    await database()(AMOUNTS).insert(
      rollUp([
        {
          uid: aState().uid,
          at: now - 200 * DAY_MS,
          measure: 'requests',
          detail: '',
          tenant: '',
          keyId: '',
          amount: 1,
        },
      ]),
    );
    const { run } = await start([runtime('one', 'a')]);
    isRead = false;
    await expect(run('forget-old-usage')).rejects.toThrow('not read yet');
    isRead = true;
    await run('forget-old-usage');
    expect(await database()(AMOUNTS).pluck('span')).toEqual(['total']);
  });
});
