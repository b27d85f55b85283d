import { ObjectName } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ObjectCache } from '../cluster/ObjectCache';
import { ObjectChange, ResourceWatch } from '../cluster/ResourceWatch';

/** What a fake watch follows. */
export interface FakeSource {
  list(): KubernetesObject[];
  subscribe(
    listener: (type: string, object: KubernetesObject) => void,
  ): () => void;
}

/** A watch that is always up to date, because it is told of each write before the writer is. */
export class FakeWatch<T extends KubernetesObject> implements ResourceWatch<T> {
  readonly #source: FakeSource;
  readonly #cache = new ObjectCache<T>(error => {
    throw error;
  });
  synced = false;
  absent = false;
  lastProgressAt: number | undefined;
  awaySince: number | undefined;

  constructor(source: FakeSource) {
    this.#source = source;
  }

  start(signal: AbortSignal): void {
    this.#source.list().forEach(object => this.remember(object as T));
    const unsubscribe = this.#source.subscribe((type, object) =>
      type === 'DELETED'
        ? this.forget({
            namespace: object.metadata.namespace ?? '',
            name: object.metadata.name,
          })
        : this.remember(object as T),
    );
    signal.addEventListener('abort', unsubscribe);
    this.synced = true;
  }

  async whenSynced(): Promise<void> {}

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
}
