import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { LIVE_CHANNEL } from '@inference-portal/plugin-model-publishing-common';

/** Shortest time between two signals, in milliseconds. */
const PAUSE_MS = 1_000;

export interface LiveUpdatesOptions {
  signals: Pick<SignalsService, 'publish'>;
  logger: LoggerService;
  /** Resolves after some milliseconds, at the latest when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Tells all browsers that what they show may be another now. That is all that they are told: whoever asks again gets
 * what he may see. However much changes, it is said once a second at most: at once, and at the end of the second if
 * there was more.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  readonly #stopped = new AbortController();
  #isOutdated = false;
  #isTelling = false;
  #hasFailed = false;

  constructor(options: LiveUpdatesOptions) {
    this.#options = options;
  }

  /** To be called whenever something that pages show may have changed; costs nothing. */
  changed(): void {
    this.#isOutdated = true;
    if (!this.#isTelling) {
      void this.#tell();
    }
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #tell(): Promise<void> {
    const { signal } = this.#stopped;
    this.#isTelling = true;
    while (this.#isOutdated && !signal.aborted) {
      this.#isOutdated = false;
      // Not awaited: it may take its time where several replicas share their events.
      void this.#publish();
      await this.#options.sleep(PAUSE_MS, signal);
    }
    this.#isTelling = false;
  }

  async #publish(): Promise<void> {
    const { signals, logger } = this.#options;
    try {
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: LIVE_CHANNEL,
        message: { action: 'refetch' },
      });
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) {
        logger.warn(
          `Pages are not told of changes, and look for themselves from time to time: ${error}`,
        );
      }
      this.#hasFailed = true;
    }
  }
}
