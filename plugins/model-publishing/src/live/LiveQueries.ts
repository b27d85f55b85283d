import { focusManager, QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/queryKeys';
import { wait } from './wait';

/** Pause between two looks where nobody tells of changes, in milliseconds. */
export const POLL_MS = 10_000;
/** The same where signals do, in milliseconds: one may be lost. */
export const CALM_POLL_MS = 60_000;
/** How long a signal proves that others would come, too, in milliseconds. The signals' client does not tell whether it is connected. */
const TRUST_MS = 10 * 60_000;
/** All browsers hear a signal in the same moment; their requests spread over this time, in milliseconds. */
const SPREAD_MS = 500;

export interface LiveQueriesOptions {
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  random: () => number;
  /** In milliseconds. */
  now: () => number;
}

/**
 * Asks again for everything that is shown at the moment when it may have changed: soon after a signal, and from time to
 * time. Nothing is asked for while the page is hidden (coming back asks by itself), nor while the last question is not
 * answered. What is still new by its own `staleTime` is left alone; `staleTime: Infinity` keeps a query out.
 */
export class LiveQueries {
  readonly #client: QueryClient;
  readonly #options: LiveQueriesOptions;
  /** Pages and cards that are shown, the first one first. */
  readonly #members = new Set<string>();
  #left = new AbortController();
  #heardAt = -Infinity;
  #askedAt = 0;
  #isAsking = false;
  #isOutdated = false;

  constructor(
    client: QueryClient,
    options: LiveQueriesOptions = {
      wait,
      random: Math.random,
      now: () => Date.now(),
    },
  ) {
    this.#client = client;
    this.#options = options;
  }

  /** Begins to look with the first page or card, and ends when the last one has left. */
  join(member: string): void {
    this.#members.add(member);
    if (this.#members.size === 1) {
      this.#left = new AbortController();
      void this.#poll(this.#left.signal);
    }
  }

  leave(member: string): void {
    this.#members.delete(member);
    if (this.#members.size === 0) {
      this.#left.abort();
    }
  }

  /** Whether it is the one that speaks for all. */
  isFirst(member: string): boolean {
    const [first] = this.#members;
    return first === member;
  }

  /** A signal has come. */
  heard(): void {
    this.#heardAt = this.#options.now();
    this.#isOutdated = true;
    void this.#ask();
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { now } = this.#options;
    // What has just appeared is being asked for.
    this.#askedAt = now();
    while (!signal.aborted) {
      const hearsSignals = now() - this.#heardAt < TRUST_MS;
      const pauseMs = hearsSignals ? CALM_POLL_MS : POLL_MS;
      const restMs = this.#askedAt + pauseMs - now();
      if (restMs > 0) {
        await this.#options.wait(restMs, signal);
      } else {
        this.#isOutdated = true;
        await this.#ask();
      }
    }
  }

  /** One question at a time; what changes meanwhile is asked for after it. */
  async #ask(): Promise<void> {
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    while (this.#isOutdated && this.#members.size > 0) {
      await this.#options.wait(
        this.#options.random() * SPREAD_MS,
        this.#left.signal,
      );
      this.#isOutdated = false;
      this.#askedAt = this.#options.now();
      if (focusManager.isFocused()) {
        await this.#client.refetchQueries(
          { queryKey: queryKeys.all, type: 'active', stale: true },
          { cancelRefetch: false },
        );
      }
    }
    this.#isAsking = false;
  }
}
