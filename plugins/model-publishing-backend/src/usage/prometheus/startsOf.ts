import { CounterSample } from '@inference-portal/plugin-model-publishing-node';

/** A scrape of a process that says how long it has been running. */
export interface DatedScrape {
  at: number;
  /** In milliseconds since the epoch; never too early, and at most 6 s too late. */
  startedAt: number;
}

/**
 * When a process had started, for each sample of its uptime in seconds.
 *
 * Envoy sets `server.uptime` when it flushes its statistics, each 5 s, in whole seconds. A sample may therefore be up to
 * 6 s old; of those of one process, the one that says the earliest start is the newest and the best. An uptime that is
 * less than the one before is of another process.
 */
export function startsOf(uptimes: CounterSample[]): DatedScrape[] {
  const processes: CounterSample[][] = [];
  let previous = Infinity;
  for (const uptime of uptimes) {
    if (uptime.value < previous) {
      processes.push([]);
    }
    processes.at(-1)?.push(uptime);
    previous = uptime.value;
  }
  return processes.flatMap(samples => {
    const startedAt = Math.min(
      ...samples.map(({ at, value }) => at - value * 1000),
    );
    return samples.map(({ at }) => ({ at, startedAt }));
  });
}
