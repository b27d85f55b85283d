/** Work of one key. Throwing means: try again later. A number means: look again in so many milliseconds. */
export type ReconcileFunction = (
  key: string,
) => Promise<{ lookAgainInMs?: number } | void | undefined>;

export interface ReconcileQueueOptions {
  reconcile: ReconcileFunction;
  /** Told about each failed run; those who wait for the run hear of it too. */
  onError: (key: string, error: unknown) => void;
  concurrency?: number;
  /** First and longest pause before a failed key is tried again, in milliseconds. */
  backoff?: { firstMs: number; longestMs: number };
}

/** How many keys are in which state; those that only wait for a time to look again are in none. */
export interface QueueCounts {
  running: number;
  /** For their turn. */
  waiting: number;
  /** For another try after a failure. */
  retrying: number;
}

/** Node fires longer timers at once. An early look does no harm: it finds out when to look again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Waiter {
  resolve: () => void;
  reject: (error: unknown) => void;
}

interface Entry {
  running: boolean;
  /** Wanted again after the present run; with those who wait for that run. */
  wanted: boolean;
  /** Whether that may wait for what is more urgent. */
  routine: boolean;
  waiters: Waiter[];
  failures: number;
  timer?: NodeJS.Timeout;
}

/**
 * Runs the reconciliation of each key one at a time, several keys side by side. Level-triggered: any number of
 * requests for a key while it waits are one run. Failed keys come back with growing pauses.
 */
export class ReconcileQueue {
  readonly #options: Required<ReconcileQueueOptions>;
  readonly #entries = new Map<string, Entry>();
  /** Keys whose run may begin; what somebody waits for, or whose time has come, before what is looked at in turn. */
  readonly #ready = { urgent: [] as string[], routine: [] as string[] };
  #running = 0;
  #stopped = false;

  constructor(options: ReconcileQueueOptions) {
    this.#options = {
      concurrency: 4,
      backoff: { firstMs: 500, longestMs: 60_000 },
      ...options,
    };
  }

  /** Keys that are waiting, running or waiting to be tried again. */
  get depth(): number {
    return this.#entries.size;
  }

  counts(): QueueCounts {
    const counts = { running: 0, waiting: 0, retrying: 0 };
    for (const { running, wanted, failures } of this.#entries.values()) {
      if (running) {
        counts.running++;
      } else if (wanted) {
        counts.waiting++;
      } else if (failures > 0) {
        counts.retrying++;
      }
    }
    return counts;
  }

  /** Wants a run, without waiting for it. */
  enqueue(key: string): void {
    this.#want(key);
  }

  /**
   * Wants a run that begins after this call, and waits for it. Its failure is thrown here.
   *
   * @param options.routine - others may go first
   */
  converge(key: string, options: { routine?: boolean } = {}): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#want(key, { resolve, reject }, options),
    );
  }

  stop(): void {
    this.#stopped = true;
    for (const entry of this.#entries.values()) {
      clearTimeout(entry.timer);
    }
  }

  #want(
    key: string,
    waiter?: Waiter,
    { routine = false }: { routine?: boolean } = {},
  ): void {
    const entry = this.#entries.get(key) ?? {
      running: false,
      wanted: false,
      routine: true,
      waiters: [],
      failures: 0,
    };
    this.#entries.set(key, entry);
    if (waiter) {
      entry.waiters.push(waiter);
    }
    clearTimeout(entry.timer);
    const isSooner = entry.routine && !routine;
    if (entry.wanted && !isSooner) {
      return;
    }
    // A key that waits in the slow lane already, and is wanted sooner now, waits in both: the second turn finds it done.
    entry.routine = routine && (!entry.wanted || entry.routine);
    entry.wanted = true;
    if (!entry.running) {
      this.#makeReady(key, entry);
      this.#startReady();
    }
  }

  #makeReady(key: string, { routine }: Entry): void {
    this.#ready[routine ? 'routine' : 'urgent'].push(key);
  }

  #startReady(): void {
    while (!this.#stopped && this.#running < this.#options.concurrency) {
      const key = this.#ready.urgent.shift() ?? this.#ready.routine.shift();
      if (key === undefined) {
        return;
      }
      const entry = this.#entries.get(key);
      if (!entry?.wanted || entry.running) {
        continue;
      }
      this.#running++;
      void this.#run(key, entry).finally(() => {
        this.#running--;
        this.#startReady();
      });
    }
  }

  async #run(key: string, entry: Entry): Promise<void> {
    const waiters = entry.waiters;
    entry.waiters = [];
    entry.wanted = false;
    entry.routine = true;
    entry.running = true;
    let lookAgainInMs: number | undefined;
    try {
      lookAgainInMs = (await this.#options.reconcile(key))?.lookAgainInMs;
      entry.failures = 0;
      waiters.forEach(({ resolve }) => resolve());
    } catch (error) {
      lookAgainInMs = this.#pauseAfter(entry.failures++);
      this.#options.onError(key, error);
      waiters.forEach(({ reject }) => reject(error));
    }
    entry.running = false;
    if (entry.wanted) {
      this.#makeReady(key, entry);
    } else if (lookAgainInMs === undefined) {
      this.#entries.delete(key);
    } else if (!this.#stopped) {
      entry.timer = setTimeout(
        () => this.#want(key),
        Math.min(lookAgainInMs, LONGEST_TIMER_MS),
      );
      entry.timer.unref();
    }
  }

  #pauseAfter(failures: number): number {
    const { firstMs, longestMs } = this.#options.backoff;
    return Math.min(firstMs * 2 ** failures, longestMs);
  }
}
