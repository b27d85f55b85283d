import { LoggerService } from '@backstage/backend-plugin-api';
import { Phase } from '@inference-portal/plugin-model-publishing-common';
import { ActivityJournal, SYSTEM } from './ActivityJournal';
import { PhaseStore } from './PhaseStore';

/** How long a phase must last before it is worth a word: repairs and updates pass through others, in milliseconds. */
export const LASTING_MS = 10_000;

/** The phases that say whether a model is served; the others are on the way to these, or away from them. */
const TOLD: Phase[] = ['Published', 'Degraded'];

/** Told of the phase of a publication when it is another one than before. */
export interface PhaseListener {
  /** @param reason - of the condition that keeps it from being Published */
  seen(uid: string, phase: Phase, reason: string | undefined): void;
}

export interface PhaseJournalOptions {
  store: PhaseStore;
  journal: ActivityJournal;
  logger: LoggerService;
  /** Resolves after some milliseconds, at once when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Notes when a publication begins to be served, and when it stops, once for all replicas and starts. */
export class PhaseJournal implements PhaseListener {
  readonly #options: PhaseJournalOptions;
  /** What was told last, as far as this replica knows. */
  readonly #told: Promise<Map<string, string>>;
  /** Ends the wait for a phase to last. */
  readonly #waits = new Map<string, AbortController>();

  constructor(options: PhaseJournalOptions) {
    this.#options = options;
    this.#told = options.store.readAll().catch(error => {
      this.#failed(error);
      return new Map();
    });
  }

  seen(uid: string, phase: Phase, reason: string | undefined): void {
    this.#waits.get(uid)?.abort();
    this.#waits.delete(uid);
    if (TOLD.includes(phase)) {
      const wait = new AbortController();
      this.#waits.set(uid, wait);
      void this.#tell(uid, { phase, reason }, wait.signal).catch(error =>
        this.#failed(error),
      );
    }
  }

  stop(): void {
    this.#waits.forEach(wait => wait.abort());
    this.#waits.clear();
  }

  async #tell(
    uid: string,
    details: { phase: Phase; reason: string | undefined },
    signal: AbortSignal,
  ): Promise<void> {
    const { store, journal, sleep } = this.#options;
    const told = await this.#told;
    if (told.get(uid) !== details.phase) {
      await sleep(LASTING_MS, signal);
    }
    if (signal.aborted) {
      return;
    }
    this.#waits.delete(uid);
    if (told.get(uid) === details.phase) {
      return;
    }
    const isMine = await store.change(uid, details.phase);
    told.set(uid, details.phase);
    if (isMine) {
      journal.note({
        uid,
        action: 'publication-phase',
        actor: SYSTEM,
        outcome: 'success',
        details,
      });
    }
  }

  #failed(error: unknown): void {
    this.#options.logger.warn(
      `A phase of a publication cannot be written down: ${error}`,
    );
  }
}
