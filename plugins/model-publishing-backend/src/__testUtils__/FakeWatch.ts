import { ObjectName } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
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
  readonly #objects = new Map<string, T>();
  readonly #listeners = new Set<(change: ObjectChange<T>) => void>();
  synced = false;
  lastProgressAt: number | undefined;

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

  get({ namespace, name }: ObjectName): T | undefined {
    return this.#objects.get(`${namespace}/${name}`);
  }

  list(): T[] {
    return [...this.#objects.values()];
  }

  onChange(listener: (change: ObjectChange<T>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  remember(object: T): void {
    const key = `${object.metadata.namespace}/${object.metadata.name}`;
    const known = this.#objects.get(key);
    if (known?.metadata.resourceVersion === object.metadata.resourceVersion) {
      return;
    }
    this.#objects.set(key, object);
    this.#tell({ type: known ? 'updated' : 'added', object });
  }

  forget({ namespace, name }: ObjectName): void {
    const object = this.#objects.get(`${namespace}/${name}`);
    if (object) {
      this.#objects.delete(`${namespace}/${name}`);
      this.#tell({ type: 'deleted', object });
    }
  }

  #tell(change: ObjectChange<T>): void {
    this.#listeners.forEach(listener => listener(change));
  }
}
