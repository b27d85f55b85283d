import { ObjectName } from './ClusterClient';
import { KubernetesObject } from './defineResource';
import { ObjectCache } from './ObjectCache';
import { ObjectChange, ResourceWatch } from './ResourceWatch';

/** One event of a watch. */
export interface WatchEvent<T> {
  type: string;
  object: T;
}

/** How a watch reaches the API server. */
export interface WatchSource<T extends KubernetesObject> {
  list(): Promise<{ items: T[]; resourceVersion: string }>;
  /** Ends normally when the server closes the stream. */
  watch(
    resourceVersion: string,
    onEvent: (event: WatchEvent<T>) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Told why the connection was lost. */
  onFailure(error: unknown): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Lists, then watches, and begins again after every failure with growing pauses. */
export class ListAndWatch<T extends KubernetesObject>
  implements ResourceWatch<T>
{
  readonly #source: WatchSource<T>;
  readonly #cache = new ObjectCache<T>();
  readonly #synced: Promise<void>;
  #resolveSynced: () => void = () => {};
  #isSynced = false;
  #lastProgressAt: number | undefined;

  constructor(source: WatchSource<T>) {
    this.#source = source;
    this.#synced = new Promise(resolve => {
      this.#resolveSynced = resolve;
    });
  }

  get synced(): boolean {
    return this.#isSynced;
  }

  get lastProgressAt(): number | undefined {
    return this.#lastProgressAt;
  }

  whenSynced(): Promise<void> {
    return this.#synced;
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
    this.#cache.put(object);
  }

  forget(name: ObjectName): void {
    this.#cache.remove(name);
  }

  start(signal: AbortSignal): void {
    void this.#run(signal);
  }

  async #run(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        await this.#listThenWatch(signal, () => {
          pause = FIRST_PAUSE_MS;
        });
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        this.#source.onFailure(error);
        // Between half and the whole pause, so that replicas do not come back at the same moment.
        await sleep(pause * (0.5 + Math.random() / 2));
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  async #listThenWatch(
    signal: AbortSignal,
    onProgress: () => void,
  ): Promise<void> {
    const listed = await this.#source.list();
    let { resourceVersion } = listed;
    this.#cache.replaceAll(listed.items, resourceVersion);
    this.#isSynced = true;
    this.#lastProgressAt = Date.now();
    this.#resolveSynced();
    onProgress();
    let expired = false;
    while (!signal.aborted && !expired) {
      await this.#source.watch(
        resourceVersion,
        ({ type, object }) => {
          this.#lastProgressAt = Date.now();
          if (type === 'ERROR') {
            // 410 Gone, or anything else that a new list heals.
            expired = true;
            return;
          }
          resourceVersion = object.metadata.resourceVersion ?? resourceVersion;
          this.#take(type, object);
        },
        signal,
      );
    }
  }

  #take(type: string, object: T): void {
    if (type === 'DELETED') {
      this.#cache.removeVersion(object);
    } else if (type === 'ADDED' || type === 'MODIFIED') {
      this.#cache.put(object);
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}
