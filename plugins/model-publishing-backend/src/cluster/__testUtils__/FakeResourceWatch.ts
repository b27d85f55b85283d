import { ObjectName, WatchScope } from '../ClusterClient';
import { KubernetesObject, Resource } from '../defineResource';
import { ObjectCache } from '../ObjectCache';
import { ObjectChange, ResourceWatch } from '../ResourceWatch';
import { FakeEvent, FakeObjects } from './FakeObjects';
import { matchesSelector } from './matchesSelector';

/** A watch that sees each change before the write returns. What a listener throws, the writer gets. */
export class FakeResourceWatch<T extends KubernetesObject>
  implements ResourceWatch<T>
{
  readonly #cache = new ObjectCache<T>(error => {
    throw error;
  });
  readonly #resource: Resource<T>;
  readonly #scope: WatchScope;
  readonly #objects: FakeObjects;
  readonly #waiting: Array<() => void> = [];
  #isActive = false;
  synced = false;
  readonly absent = false;
  lastProgressAt: number | undefined;
  awaySince: number | undefined;

  constructor(resource: Resource<T>, scope: WatchScope, objects: FakeObjects) {
    this.#resource = resource;
    this.#scope = scope;
    this.#objects = objects;
  }

  start(signal: AbortSignal): void {
    this.#isActive = !signal.aborted;
    signal.addEventListener('abort', () => {
      this.#isActive = false;
    });
    if (this.#isActive) {
      const found = this.#objects.list(this.#resource);
      this.#cache.replaceAll(
        found.filter(object => this.#covers(object)).map(asOfKind<T>),
        this.#objects.version,
      );
      this.synced = true;
      this.lastProgressAt = 0;
      this.#waiting.forEach(resolve => resolve());
    }
  }

  /** Takes in one change of the fake cluster. */
  take({ type, object }: FakeEvent): void {
    const { apiVersion, kind } = this.#resource;
    const isOfKind = object.apiVersion === apiVersion && object.kind === kind;
    if (!this.#isActive || !isOfKind) {
      return;
    }
    // An object that loses its labels is deleted as far as the watch is concerned.
    if (type === 'DELETED' || !this.#covers(object)) {
      this.#cache.removeVersion(asOfKind<T>(object));
    } else {
      this.#cache.put(asOfKind<T>(object));
    }
  }

  async whenSynced(): Promise<void> {
    if (!this.synced) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
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

  #covers(object: KubernetesObject): boolean {
    const { namespace, labelSelector } = this.#scope;
    return (
      (!namespace || object.metadata.namespace === namespace) &&
      matchesSelector(object, labelSelector)
    );
  }
}

/** A copy, of the type that the kind was declared with. */
export function asOfKind<T extends KubernetesObject>(
  object: KubernetesObject,
): T {
  return structuredClone(object) as T;
}
