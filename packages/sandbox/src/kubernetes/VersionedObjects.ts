import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ApiError } from './ApiError';
import { KubernetesObject } from './KubernetesObject';
import { ResourceType } from './ResourceType';

export interface ObjectChange {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: ResourceType;
  object: KubernetesObject;
  /** Before the change. */
  previous?: KubernetesObject;
}

const HISTORY = 10_000;

/**
 * All objects, by kind, with one counter of versions. Stored objects are never changed in place, so lists hand them out
 * without copying.
 */
export class VersionedObjects {
  #version: number;
  readonly #objects = new Map<string, Map<string, KubernetesObject>>();
  readonly #history: ObjectChange[] = [];
  readonly #listeners = new Set<(change: ObjectChange) => void>();
  readonly #clock: () => Date;

  constructor(options: { clock: () => Date; version?: number }) {
    this.#clock = options.clock;
    this.#version = options.version ?? 1000;
  }

  get version(): string {
    return String(this.#version);
  }

  now(): string {
    return this.#clock()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  list(resource: ResourceType, namespace?: string): KubernetesObject[] {
    const objects = [...this.#kind(resource).values()];
    return namespace
      ? objects.filter(({ metadata }) => metadata.namespace === namespace)
      : objects;
  }

  get(resource: ResourceType, namespace: string | undefined, name: string) {
    return this.#kind(resource).get(keyOf(namespace, name));
  }

  /** Stores a new object under a new uid. */
  add(resource: ResourceType, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    if (this.get(resource, namespace, name)) {
      const message = `${resource.plural} "${name}" already exists`;
      throw new ApiError(
        409,
        message,
        detailsOf(resource, name),
        'AlreadyExists',
      );
    }
    const metadata = {
      ...object.metadata,
      uid: randomUUID(),
      creationTimestamp: this.now(),
      ...(resource.hasStatus && { generation: 1 }),
    };
    return this.#write('ADDED', resource, { ...object, metadata });
  }

  /** Stores a changed object; one that is equal to what is stored is no change. */
  put(
    resource: ResourceType,
    before: KubernetesObject,
    after: KubernetesObject,
  ): KubernetesObject {
    if (isDeepStrictEqual(withoutTimes(before), withoutTimes(after))) {
      return before;
    }
    const generation =
      resource.hasStatus && !isDeepStrictEqual(before.spec, after.spec)
        ? { generation: (before.metadata.generation ?? 1) + 1 }
        : {};
    const metadata = { ...after.metadata, ...generation };
    if (metadata.deletionTimestamp && !metadata.finalizers?.length) {
      return this.remove(resource, { ...after, metadata });
    }
    return this.#write('MODIFIED', resource, { ...after, metadata });
  }

  remove(resource: ResourceType, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    this.#kind(resource).delete(keyOf(namespace, name));
    return this.#announce({
      type: 'DELETED',
      resource,
      object: this.#stamped(object),
      previous: object,
    });
  }

  /** Changes after a version, oldest first; undefined when some of them are forgotten. */
  changesSince(version: string): ObjectChange[] | undefined {
    const since = Number(version);
    const [oldest] = this.#history;
    if (
      since < this.#version &&
      (!oldest || Number(oldest.object.metadata.resourceVersion) > since + 1)
    ) {
      return undefined;
    }
    return this.#history.filter(
      ({ object }) => Number(object.metadata.resourceVersion) > since,
    );
  }

  /** Calls back after each change, until the answered function is called. */
  subscribe(listener: (change: ObjectChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts an object back as it was saved. */
  restore(resource: ResourceType, object: KubernetesObject): void {
    this.#kind(resource).set(
      keyOf(object.metadata.namespace, object.metadata.name),
      object,
    );
  }

  #write(
    type: 'ADDED' | 'MODIFIED',
    resource: ResourceType,
    object: KubernetesObject,
  ) {
    const stamped = this.#stamped(object);
    const { namespace, name } = stamped.metadata;
    const previous = this.get(resource, namespace, name);
    this.#kind(resource).set(keyOf(namespace, name), stamped);
    return this.#announce({ type, resource, object: stamped, previous });
  }

  #announce(change: ObjectChange): KubernetesObject {
    this.#history.push(change);
    if (this.#history.length > HISTORY) {
      this.#history.shift();
    }
    this.#listeners.forEach(listener => listener(change));
    return change.object;
  }

  #stamped(object: KubernetesObject): KubernetesObject {
    this.#version++;
    return {
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.version },
    };
  }

  #kind({ group, plural }: ResourceType): Map<string, KubernetesObject> {
    const key = `${group}/${plural}`;
    const objects =
      this.#objects.get(key) ?? new Map<string, KubernetesObject>();
    this.#objects.set(key, objects);
    return objects;
  }
}

export function detailsOf({ group, plural }: ResourceType, name: string) {
  return { name, group, kind: plural };
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

function withoutTimes(object: KubernetesObject) {
  const { managedFields, ...metadata } = object.metadata;
  const fields = managedFields?.map(({ time: _, ...entry }) => entry);
  return { ...object, metadata: { ...metadata, managedFields: fields } };
}
