import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { ObjectName } from '../ClusterClient';
import { KubernetesObject, Resource } from '../defineResource';

/** One stored change, as a watch shows it. */
export interface FakeEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
}

/** When everything happens. */
const TIMESTAMP = '2026-01-01T12:00:00Z';

/** Objects in memory, with the versions, generations and finalizers of an API server. */
export class FakeObjects {
  readonly #objects = new Map<string, KubernetesObject>();
  readonly #onEvent: (event: FakeEvent) => void;
  #version = 1000;

  constructor(onEvent: (event: FakeEvent) => void) {
    this.#onEvent = onEvent;
  }

  get version(): string {
    return String(this.#version);
  }

  get(resource: Resource, name: ObjectName): KubernetesObject | undefined {
    return this.#objects.get(keyOf(resource, name));
  }

  list({ apiVersion, kind }: Resource): KubernetesObject[] {
    return [...this.#objects.values()].filter(
      object => object.apiVersion === apiVersion && object.kind === kind,
    );
  }

  /** @throws ConflictError when there is one already */
  create(resource: Resource, object: KubernetesObject): KubernetesObject {
    const { name } = object.metadata;
    if (this.get(resource, nameOf(object))) {
      throw new ConflictError(`${resource.kind} "${name}" exists already`);
    }
    return this.#store(resource, object, undefined);
  }

  /** @throws ConflictError for any version but the newest; NotFoundError */
  update(resource: Resource, object: KubernetesObject): KubernetesObject {
    const { name, resourceVersion } = object.metadata;
    const live = this.get(resource, nameOf(object));
    if (!live) {
      throw new NotFoundError(`${resource.kind} "${name}" is not there`);
    }
    if (resourceVersion === undefined && resource.group !== '') {
      throw new InputError(`${resource.kind} "${name}" lacks resourceVersion`);
    }
    requireSame(resourceVersion, live.metadata.resourceVersion, live);
    return this.#store(resource, object, live);
  }

  /** @throws ConflictError when a precondition is not met */
  delete(
    resource: Resource,
    name: ObjectName,
    { uid, resourceVersion }: { uid?: string; resourceVersion?: string },
  ): boolean {
    const live = this.get(resource, name);
    if (!live) {
      return false;
    }
    requireSame(uid, live.metadata.uid, live);
    requireSame(resourceVersion, live.metadata.resourceVersion, live);
    this.#store(
      resource,
      {
        ...live,
        metadata: { ...live.metadata, deletionTimestamp: TIMESTAMP },
      },
      live,
    );
    return true;
  }

  #store(
    resource: Resource,
    object: KubernetesObject,
    live: KubernetesObject | undefined,
  ): KubernetesObject {
    const stored = completed(resource, asSent(object), live);
    if (live && isDeepStrictEqual(stored, live)) {
      return live;
    }
    this.#version += 1;
    stored.metadata.resourceVersion = this.version;
    stored.metadata.uid ??= `uid-${this.version}`;
    const { deletionTimestamp, finalizers = [] } = stored.metadata;
    const key = keyOf(resource, nameOf(stored));
    if (deletionTimestamp && finalizers.length === 0) {
      this.#objects.delete(key);
      this.#onEvent({ type: 'DELETED', object: stored });
    } else {
      this.#objects.set(key, stored);
      this.#onEvent({ type: live ? 'MODIFIED' : 'ADDED', object: stored });
    }
    return stored;
  }
}

/** An object with what the API server itself writes, which no writer can change. */
function completed(
  { apiVersion, kind }: Resource,
  object: KubernetesObject,
  live: KubernetesObject | undefined,
): KubernetesObject {
  const sameSpec = live && isDeepStrictEqual(object.spec, live.spec);
  const generation = live?.metadata.generation ?? 0;
  const { resourceVersion, creationTimestamp = TIMESTAMP } =
    live?.metadata ?? {};
  const uid = live?.metadata.uid ?? object.metadata.uid;
  return {
    ...object,
    apiVersion,
    kind,
    metadata: {
      ...object.metadata,
      ...(uid && { uid }),
      ...(resourceVersion && { resourceVersion }),
      creationTimestamp,
      generation: sameSpec ? generation : generation + 1,
    },
  };
}

/** Over the wire, fields without a value are no fields. */
function asSent(object: KubernetesObject): KubernetesObject {
  return JSON.parse(JSON.stringify(object));
}

function requireSame(
  expected: string | undefined,
  found: string | undefined,
  { kind, metadata: { name } }: KubernetesObject,
): void {
  if (expected !== undefined && expected !== found) {
    throw new ConflictError(`${kind} "${name}" was changed meanwhile`);
  }
}

function nameOf({ metadata: { namespace = '', name } }: KubernetesObject) {
  return { namespace, name };
}

function keyOf({ apiVersion, kind }: Resource, name: ObjectName): string {
  return `${apiVersion}/${kind}/${name.namespace}/${name.name}`;
}
