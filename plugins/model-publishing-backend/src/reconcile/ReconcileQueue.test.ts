import { setTimeout as sleep } from 'node:timers/promises';
import { ReconcileQueue } from './ReconcileQueue';

/** A reconcile function that runs until it is told to end. */
function aControlledRun() {
  const runs: Array<{ key: string; end: (error?: Error) => void }> = [];
  const reconcile = (key: string) =>
    new Promise<void>((resolve, reject) => {
      runs.push({ key, end: error => (error ? reject(error) : resolve()) });
    });
  return { runs, reconcile };
}

/** Lets everything run that needs no timer. */
const settled = () => new Promise(setImmediate);

describe('ReconcileQueue', () => {
  it('runs a key once at a time and once more for all requests that came meanwhile', async () => {
    const { runs, reconcile } = aControlledRun();
    const queue = new ReconcileQueue({ reconcile, onError: jest.fn() });
    const first = queue.converge('a');
    const second = queue.converge('a');
    const third = queue.converge('a');
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await first;
    await settled();
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await Promise.all([second, third]);
    await settled();
    expect(runs).toHaveLength(2);
    expect(queue.depth).toBe(0);
  });

  it('runs different keys side by side up to its concurrency', async () => {
    const { runs, reconcile } = aControlledRun();
    const queue = new ReconcileQueue({
      reconcile,
      onError: jest.fn(),
      concurrency: 2,
    });
    const all = ['a', 'b', 'c'].map(key => queue.converge(key));
    expect(runs.map(({ key }) => key)).toEqual(['a', 'b']);
    runs[0]?.end();
    await all[0];
    await settled();
    expect(runs.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    runs.slice(1).forEach(({ end }) => end());
    await Promise.all(all);
  });

  it('tries a failed key again with growing pauses, and tells those who wait', async () => {
    const reconcile = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockRejectedValueOnce(new Error('still away'))
      .mockResolvedValue(undefined);
    const onError = jest.fn();
    const backoff = { firstMs: 1, longestMs: 4 };
    const queue = new ReconcileQueue({ reconcile, onError, backoff });
    await expect(queue.converge('a')).rejects.toThrow('away');
    while (queue.depth > 0) {
      await sleep(1);
    }
    expect(reconcile).toHaveBeenCalledTimes(3);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('looks again when the run asks for it', async () => {
    const reconcile = jest
      .fn()
      .mockResolvedValueOnce({ lookAgainInMs: 1 })
      .mockResolvedValue(undefined);
    const queue = new ReconcileQueue({ reconcile, onError: jest.fn() });
    await queue.converge('a');
    while (queue.depth > 0) {
      await sleep(1);
    }
    expect(reconcile).toHaveBeenCalledTimes(2);
  });

  it('lets what somebody waits for go before what is looked at in turn', async () => {
    const order: string[] = [];
    const queue = new ReconcileQueue({
      reconcile: async key => {
        await sleep(1);
        order.push(key);
      },
      onError: jest.fn(),
      concurrency: 1,
    });
    const sweep = ['a', 'b', 'c', 'd'].map(key =>
      queue.converge(key, { routine: true }),
    );
    await Promise.all([queue.converge('new'), queue.converge('d'), ...sweep]);
    // "a" was running already; "d" is waited for, and is not looked at twice.
    expect(order).toEqual(['a', 'new', 'd', 'b', 'c']);
  });

  it('counts what runs, waits for its turn and waits for another try', async () => {
    const { runs, reconcile } = aControlledRun();
    const queue = new ReconcileQueue({
      reconcile,
      onError: jest.fn(),
      concurrency: 1,
    });
    const first = queue.converge('a');
    const second = queue.converge('b');
    expect(queue.counts()).toEqual({ running: 1, waiting: 1, retrying: 0 });
    runs[0]?.end(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await settled();
    expect(queue.counts()).toEqual({ running: 1, waiting: 0, retrying: 1 });
    runs[1]?.end();
    await second;
    await settled();
    expect(queue.counts()).toEqual({ running: 0, waiting: 0, retrying: 1 });
    queue.stop();
  });

  it('counts nothing that only waits for its time', async () => {
    const reconcile = jest.fn(async () => ({ lookAgainInMs: 60_000 }));
    const queue = new ReconcileQueue({ reconcile, onError: jest.fn() });
    await queue.converge('a');
    await settled();
    expect(queue.counts()).toEqual({ running: 0, waiting: 0, retrying: 0 });
    queue.stop();
  });

  it('waits for a look that is further away than a timer reaches', async () => {
    const thirtyDays = 30 * 24 * 60 * 60 * 1000;
    const reconcile = jest.fn(async () => ({ lookAgainInMs: thirtyDays }));
    const queue = new ReconcileQueue({ reconcile, onError: jest.fn() });
    await queue.converge('a');
    await sleep(20);
    queue.stop();
    expect(reconcile).toHaveBeenCalledTimes(1);
  });

  it('starts nothing after it was stopped', async () => {
    const reconcile = jest.fn().mockRejectedValue(new Error('away'));
    const backoff = { firstMs: 1, longestMs: 1 };
    const queue = new ReconcileQueue({
      reconcile,
      onError: jest.fn(),
      backoff,
    });
    await expect(queue.converge('a')).rejects.toThrow('away');
    queue.stop();
    await sleep(10);
    queue.enqueue('b');
    await sleep(10);
    expect(reconcile).toHaveBeenCalledTimes(1);
  });
});
