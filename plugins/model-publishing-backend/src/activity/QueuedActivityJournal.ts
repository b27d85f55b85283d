import { LoggerService } from '@backstage/backend-plugin-api';
import { ActivityJournal, NewActivity } from './ActivityJournal';
import { ActivityStore, TimedActivity } from './ActivityStore';

/** What waits for a database that is away; beyond that, news are lost (the audit log has them), in entries. */
export const MAX_WAITING = 1_000;
/** In one write. */
const BATCH = 100;
/** Pause before a write that failed is tried again, in milliseconds. */
const RETRY_MS = 5_000;

export interface QueuedActivityJournalOptions {
  store: Pick<ActivityStore, 'append'>;
  logger: LoggerService;
  clock: () => Date;
  /** Resolves after some milliseconds, at the latest when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told after each write. */
  onWritten?: () => void;
}

/**
 * Writes down what it is told, in the order in which it was told, behind the backs of those who tell. What is noted
 * while the database is away is written when it is back.
 */
export class QueuedActivityJournal implements ActivityJournal {
  readonly #options: QueuedActivityJournalOptions;
  readonly #stopped = new AbortController();
  readonly #waiting: TimedActivity[] = [];
  #noted = 0;
  #written = 0;
  #isWriting = false;
  #attempt: Promise<void> = Promise.resolve();
  /** Why the last write has failed. */
  #problem: string | undefined;

  constructor(options: QueuedActivityJournalOptions) {
    this.#options = options;
  }

  note(activity: NewActivity): void {
    const { clock } = this.#options;
    if (this.#waiting.length < MAX_WAITING) {
      this.#waiting.push({ ...activity, at: clock() });
      this.#noted++;
    }
    if (!this.#isWriting) {
      void this.#write();
    }
  }

  /** Resolves when everything noted so far is written, or cannot be written at the moment. */
  async settled(): Promise<void> {
    const noted = this.#noted;
    while (this.#isWriting && !this.#problem && this.#written < noted) {
      await this.#attempt;
    }
  }

  /** Writes what is left, and nothing later. */
  async stop(): Promise<void> {
    await this.settled();
    this.#stopped.abort();
  }

  async #write(): Promise<void> {
    const { signal } = this.#stopped;
    this.#isWriting = true;
    while (this.#waiting.length > 0 && !signal.aborted) {
      this.#attempt = this.#writeSome();
      await this.#attempt;
      if (this.#problem) {
        await this.#options.sleep(RETRY_MS, signal);
      }
    }
    this.#isWriting = false;
  }

  async #writeSome(): Promise<void> {
    const { store, logger, onWritten } = this.#options;
    const batch = this.#waiting.slice(0, BATCH);
    try {
      await store.append(batch);
      this.#waiting.splice(0, batch.length);
      this.#written += batch.length;
      this.#problem = undefined;
      onWritten?.();
    } catch (error) {
      const problem = causeOf(error);
      if (problem !== this.#problem) {
        logger.error(
          `The activity of publications cannot be written to the plugin's database (${problem}); trying again every ${
            RETRY_MS / 1_000
          } s, and keeping the first ${MAX_WAITING} entries until then`,
        );
      }
      this.#problem = problem;
    }
  }
}

/** The database's own words hold the whole statement, so they differ each time. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return 'unknown cause';
  }
  return 'code' in error ? String(error.code) : error.name;
}
