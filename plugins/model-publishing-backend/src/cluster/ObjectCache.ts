import { ObjectName } from './ClusterClient';
import { KubernetesObject } from './defineResource';
import { ObjectChange } from './ResourceWatch';

/** Objects by name, with listeners. Older versions never replace newer ones. */
export class ObjectCache<T extends KubernetesObject> {
  #objects = new Map<string, T>();
  readonly #listeners = new Set<(change: ObjectChange<T>) => void>();

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

  put(object: T): void {
    const key = keyOf(object);
    const known = this.#objects.get(key);
    if (known && versionOf(known) >= versionOf(object)) {
      return;
    }
    this.#objects.set(key, object);
    this.#tell({ type: known ? 'updated' : 'added', object });
  }

  remove({ namespace, name }: ObjectName): void {
    const key = `${namespace}/${name}`;
    const known = this.#objects.get(key);
    if (known) {
      this.#objects.delete(key);
      this.#tell({ type: 'deleted', object: known });
    }
  }

  /** Takes in that an object was deleted, unless a newer one of that name is known. */
  removeVersion(deleted: T): void {
    const { namespace = '', name } = deleted.metadata;
    const known = this.get({ namespace, name });
    if (known && versionOf(known) <= versionOf(deleted)) {
      this.remove({ namespace, name });
    }
  }

  /** Takes in a complete list; what it does not hold is gone. */
  replaceAll(objects: T[], listVersion: string): void {
    const listed = new Set(objects.map(keyOf));
    for (const object of this.list()) {
      // An object that was written after the list was made is not gone.
      if (
        !listed.has(keyOf(object)) &&
        versionOf(object) <= BigInt(listVersion || '0')
      ) {
        this.remove({
          namespace: object.metadata.namespace ?? '',
          name: object.metadata.name,
        });
      }
    }
    objects.forEach(object => this.put(object));
  }

  #tell(change: ObjectChange<T>): void {
    this.#listeners.forEach(listener => listener(change));
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** Resource versions are decimal numbers that grow (Kubernetes >= 1.35 says so; etcd always did). */
function versionOf({ metadata }: KubernetesObject): bigint {
  return BigInt(metadata.resourceVersion ?? '0');
}
