import { ObjectName } from './ClusterClient';
import { KubernetesObject } from './defineResource';
import { ObjectChange } from './ResourceWatch';

/**
 * Objects by name, with listeners. Older versions never replace newer ones, in whatever order lists, events and
 * answers to writes arrive.
 */
export class ObjectCache<T extends KubernetesObject> {
  readonly #objects = new Map<string, T>();
  readonly #listeners = new Set<(change: ObjectChange<T>) => void>();
  readonly #onListenerFailure: (error: unknown) => void;
  /** Lists and events have shown everything up to this version; an older object that is not here is gone. */
  #shownVersion = 0n;

  constructor(onListenerFailure: (error: unknown) => void) {
    this.#onListenerFailure = onListenerFailure;
  }

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

  /** Takes in an object as an event shows it. */
  put(object: T): void {
    this.advance(object);
    this.#putNewer(object);
  }

  /** Takes in an object that was just written, unless an event has shown meanwhile that it is gone again. */
  remember(object: T): void {
    const known = this.#objects.has(keyOf(object));
    if (known || versionOf(object) > this.#shownVersion) {
      this.#putNewer(object);
    }
  }

  remove(name: ObjectName): void {
    const known = this.get(name);
    if (known) {
      this.#objects.delete(keyOf(known));
      this.#tell({ type: 'deleted', object: known });
    }
  }

  /** Takes in that an object was deleted, unless a newer one of that name is known. */
  removeVersion(deleted: T): void {
    this.advance(deleted);
    const known = this.#objects.get(keyOf(deleted));
    if (known && versionOf(known) <= versionOf(deleted)) {
      this.remove(nameOf(deleted));
    }
  }

  /** Takes in that everything up to a version has been shown. */
  advance(marker: Pick<T, 'metadata'>): void {
    const version = versionOf(marker);
    if (version > this.#shownVersion) {
      this.#shownVersion = version;
    }
  }

  /** Takes in a complete list; what it does not hold is gone, unless it was written later. */
  replaceAll(objects: T[], listVersion: string): void {
    const version = BigInt(listVersion || this.#shownVersion);
    const listed = new Set(objects.map(keyOf));
    // Versions go back only when a cluster is restored or made anew: those that are known say nothing then.
    const isAnew = version < this.#shownVersion;
    for (const known of this.list()) {
      const isOld = isAnew || versionOf(known) <= version;
      if (isOld && !listed.has(keyOf(known))) {
        this.remove(nameOf(known));
      }
    }
    this.#shownVersion = version;
    objects.forEach(object =>
      isAnew ? this.#set(object) : this.#putNewer(object),
    );
  }

  #putNewer(object: T): void {
    const known = this.#objects.get(keyOf(object));
    if (!known || versionOf(known) < versionOf(object)) {
      this.#set(object);
    }
  }

  #set(object: T): void {
    const key = keyOf(object);
    const type = this.#objects.has(key) ? 'updated' : 'added';
    this.#objects.set(key, object);
    this.#tell({ type, object });
  }

  #tell(change: ObjectChange<T>): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#onListenerFailure(error);
      }
    }
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function nameOf({ metadata: { namespace = '', name } }: KubernetesObject) {
  return { namespace, name };
}

/** Resource versions are decimal numbers that grow (Kubernetes >= 1.35 says so; etcd always did). */
function versionOf({ metadata }: Pick<KubernetesObject, 'metadata'>): bigint {
  return BigInt(metadata.resourceVersion ?? '0');
}
