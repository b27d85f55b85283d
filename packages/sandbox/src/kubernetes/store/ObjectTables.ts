import { KubernetesObject, ObjectChange } from '../ObjectStore';
import { qualifiedPlural, ServedType } from '../kinds/resourceTypes';
import { ObjectTable } from './ObjectTable';

/** A change with the version that it made. */
export interface StoredChange extends ObjectChange {
  readonly resource: ServedType;
  readonly resourceVersion: number;
}

/** How many changes a watch may be behind. */
const HISTORY_LENGTH = 10_000;

/** Every stored object, one counter of versions over all of them, and the latest changes. */
export class ObjectTables {
  readonly #tables = new Map<string, ObjectTable>();
  readonly #listeners = new Set<(change: StoredChange) => void>();
  readonly #history: StoredChange[] = [];
  #resourceVersion: number;
  #forgottenVersion: number;

  constructor(resourceVersion = 1) {
    this.#resourceVersion = resourceVersion;
    this.#forgottenVersion = resourceVersion;
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  /** Changes after this version are known. */
  get oldestVersion(): number {
    return this.#forgottenVersion;
  }

  tableOf(type: ServedType): ObjectTable {
    const key = qualifiedPlural(type);
    const table = this.#tables.get(key) ?? new ObjectTable(type);
    this.#tables.set(key, table);
    return table;
  }

  tables(): Iterable<ObjectTable> {
    return this.#tables.values();
  }

  /** Stores an object under the next version and answers what was stored. */
  put(type: ServedType, object: KubernetesObject): KubernetesObject {
    const table = this.tableOf(type);
    const previous = table.get(object.metadata.namespace, object.metadata.name);
    const stored = this.#withNextVersion(object);
    table.set(stored);
    this.#announce({
      type: previous ? 'MODIFIED' : 'ADDED',
      resource: type,
      object: stored,
      previous,
    });
    return stored;
  }

  remove(type: ServedType, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    const table = this.tableOf(type);
    const previous = table.get(namespace, name);
    table.delete(namespace, name);
    const removed = this.#withNextVersion(object);
    this.#announce({
      type: 'DELETED',
      resource: type,
      object: removed,
      previous,
    });
    return removed;
  }

  changesAfter(resourceVersion: number): readonly StoredChange[] {
    const first = this.#history.findIndex(
      change => change.resourceVersion > resourceVersion,
    );
    return first < 0 ? [] : this.#history.slice(first);
  }

  /** Calls back synchronously after each change, until the answered function is called. */
  subscribe(listener: (change: StoredChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #withNextVersion(object: KubernetesObject): KubernetesObject {
    this.#resourceVersion += 1;
    const resourceVersion = String(this.#resourceVersion);
    return { ...object, metadata: { ...object.metadata, resourceVersion } };
  }

  #announce(change: Omit<StoredChange, 'resourceVersion'>): void {
    const stored = { ...change, resourceVersion: this.#resourceVersion };
    this.#history.push(stored);
    if (this.#history.length > HISTORY_LENGTH * 1.1) {
      const forgotten = this.#history
        .splice(0, this.#history.length - HISTORY_LENGTH)
        .pop();
      this.#forgottenVersion =
        forgotten?.resourceVersion ?? this.#forgottenVersion;
    }
    [...this.#listeners].forEach(listener => listener(stored));
  }
}
