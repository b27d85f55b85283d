import { setTimeout as sleep } from 'node:timers/promises';
import { ObjectName } from './ClusterClient';
import { KubernetesObject } from './defineResource';
import { ObjectCache } from './ObjectCache';
import { ObjectChange, ResourceWatch } from './ResourceWatch';

/** One event of a watch; an `ERROR` carries a `Status` instead of an object of the kind. */
export interface WatchEvent<T> {
  type: string;
  object: T;
}

export interface WatchRequest<T extends KubernetesObject> {
  resourceVersion: string;
  /** The server has begun to answer. */
  onOpen: () => void;
  onEvent: (event: WatchEvent<T>) => void;
  signal: AbortSignal;
}

/** Time and chance, for watches. */
export interface WatchTiming {
  clock: () => Date;
  /** A number from 0 to less than 1. */
  random: () => number;
  /** Ends early when the signal aborts. */
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** How a watch reaches the API server. */
export interface WatchSource<T extends KubernetesObject> {
  list(): Promise<{ items: T[]; resourceVersion: string }>;
  /** Ends normally when the server closes the stream. */
  watch(request: WatchRequest<T>): Promise<void>;
  /** Whether a failure means that the cluster does not know the kind, and may do without. */
  isAbsence(error: unknown): boolean;
  /** Told why the watch was interrupted, once until it works again. */
  onFailure(error: unknown): void;
  /** Told what a listener has thrown, which is a defect; the watch goes on. */
  onListenerFailure(error: unknown): void;
  timing: WatchTiming;
}

export const systemTiming: WatchTiming = {
  clock: () => new Date(),
  random: Math.random,
  pause: (milliseconds, signal) =>
    sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {}),
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Lists, then watches. Goes on where it was when the server ends the watch, and begins anew after everything else:
 * versions that are too old, failures of any kind. Pauses grow while no watch gets anywhere.
 */
export class ListAndWatch<T extends KubernetesObject>
  implements ResourceWatch<T>
{
  readonly #source: WatchSource<T>;
  readonly #cache: ObjectCache<T>;
  readonly #synced = deferred();
  #isSynced = false;
  #isAbsent = false;
  #lastProgressAt: number | undefined;
  #awaySince: number | undefined;
  /** Where the next watch goes on; undefined: it needs a list first. */
  #position: string | undefined;
  #eventsSeen = 0;
  #isFailing = false;

  constructor(source: WatchSource<T>) {
    this.#source = source;
    this.#cache = new ObjectCache(error => source.onListenerFailure(error));
  }

  get synced(): boolean {
    return this.#isSynced;
  }

  get absent(): boolean {
    return this.#isAbsent;
  }

  get lastProgressAt(): number | undefined {
    return this.#lastProgressAt;
  }

  get awaySince(): number | undefined {
    return this.#awaySince;
  }

  whenSynced(): Promise<void> {
    return this.#synced.promise;
  }

  get(name: ObjectName): T | undefined {
    return this.#cache.get(name);
  }

  list(): T[] {
    return this.#cache.list();
  }

  onChange(listener: (change: ObjectChange<T>) => void): () => void {
    return this.#cache.onChange(listener);
  }

  remember(object: T): void {
    this.#cache.remember(object);
  }

  forget(name: ObjectName): void {
    this.#cache.remove(name);
  }

  start(signal: AbortSignal): void {
    void this.#run(signal);
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { clock, random, pause } = this.#source.timing;
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const eventsBefore = this.#eventsSeen;
      const startedAt = clock().getTime();
      const failed = !(await this.#attempt(signal));
      const worked =
        this.#eventsSeen > eventsBefore ||
        clock().getTime() - startedAt >= LONGEST_PAUSE_MS;
      wait = worked ? FIRST_PAUSE_MS : wait;
      if ((failed || !worked) && !signal.aborted) {
        // Between half and the whole pause, so that replicas do not come back at the same moment.
        await pause(wait * (0.5 + random() / 2), signal);
        wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** One list, if need be, and one watch. False when anything failed. */
  async #attempt(signal: AbortSignal): Promise<boolean> {
    try {
      this.#ask();
      this.#position ??= await this.#readAll(signal);
      this.#ask();
      await this.#source.watch({
        resourceVersion: this.#position,
        onOpen: () => this.#hear(),
        onEvent: event => this.#take(event),
        signal,
      });
      this.#isFailing = false;
      return true;
    } catch (error) {
      this.#ask();
      this.#position = undefined;
      this.#isAbsent = this.#source.isAbsence(error);
      if (this.#isAbsent) {
        this.#takeAll([], '');
        return false;
      }
      if (!signal.aborted && !this.#isFailing) {
        this.#isFailing = true;
        this.#source.onFailure(error);
      }
      return false;
    }
  }

  async #readAll(signal: AbortSignal): Promise<string> {
    const { items, resourceVersion } = await this.#source.list();
    signal.throwIfAborted();
    this.#isAbsent = false;
    this.#takeAll(items, resourceVersion);
    return resourceVersion;
  }

  #takeAll(items: T[], resourceVersion: string): void {
    this.#cache.replaceAll(items, resourceVersion);
    this.#isSynced = true;
    this.#hear();
    this.#synced.resolve();
  }

  /** From here on the server owes an answer. */
  #ask(): void {
    this.#awaySince ??= this.#source.timing.clock().getTime();
  }

  #hear(): void {
    this.#awaySince = undefined;
    this.#lastProgressAt = this.#source.timing.clock().getTime();
  }

  #take({ type, object }: WatchEvent<T>): void {
    if (type === 'ERROR') {
      // Mostly 410, the version is too old. Whatever it is, a new list heals it.
      this.#position = undefined;
      return;
    }
    this.#eventsSeen += 1;
    this.#isFailing = false;
    this.#hear();
    this.#position = object.metadata.resourceVersion ?? this.#position;
    if (type === 'DELETED') {
      this.#cache.removeVersion(object);
    } else if (type === 'BOOKMARK') {
      this.#cache.advance(object);
    } else {
      this.#cache.put(object);
    }
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}
