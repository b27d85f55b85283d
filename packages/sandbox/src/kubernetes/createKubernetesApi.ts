import { RequestListener } from 'node:http';
import { AnsweredRequest, createApiHandler } from './createApiHandler';
import { ApiError } from './ApiError';
import { collectGarbage } from './collectGarbage';
import { KubernetesObject as StoredObject } from './KubernetesObject';
import {
  KubernetesObject,
  NewObject,
  ObjectKey,
  ObjectStore,
} from './ObjectStore';
import { persistObjects, savedSnapshot } from './persistObjects';
import { RESOURCE_TYPES, ResourceType } from './ResourceType';
import { VersionedObjects } from './VersionedObjects';

export interface KubernetesApiOptions {
  /** Bearer tokens that are accepted. */
  tokens: string[];
  /** Where the objects are kept between two starts; absent: nowhere. */
  persistDirectory?: string;
  /** Told of each request as it was answered. */
  onRequest?: (request: AnsweredRequest) => void;
  clock?: () => Date;
}

export interface KubernetesApi {
  handler: RequestListener;
  store: ObjectStore;
  /** Saves what is not saved yet. */
  close(): Promise<void>;
}

/** The Kubernetes API of the sandbox: an HTTP handler, and the same objects for parts of the same process. */
export function createKubernetesApi({
  tokens,
  persistDirectory,
  onRequest,
  clock = () => new Date(),
}: KubernetesApiOptions): KubernetesApi {
  const version = persistDirectory
    ? savedSnapshot(persistDirectory)?.version
    : undefined;
  const objects = new VersionedObjects({ clock, version });
  const save = persistDirectory
    ? persistObjects(objects, persistDirectory)
    : () => {};
  collectGarbage(objects);
  return {
    handler: createApiHandler({ store: objects, tokens, onRequest }),
    store: new InProcessStore(objects),
    close: async () => save(),
  };
}

/** The objects without HTTP, for the gateway and the seed. */
class InProcessStore implements ObjectStore {
  readonly #objects: VersionedObjects;

  constructor(objects: VersionedObjects) {
    this.#objects = objects;
  }

  list(
    plural: string,
    group: string,
    namespace?: string,
  ): readonly KubernetesObject[] {
    return this.#objects
      .list(typeOf({ plural, group }), namespace)
      .map(asPublic)
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }

  get(
    plural: string,
    group: string,
    namespace: string | undefined,
    name: string,
  ) {
    const found = this.#objects.get(typeOf({ plural, group }), namespace, name);
    return found && asPublic(found);
  }

  subscribe(listener: Parameters<ObjectStore['subscribe']>[0]): () => void {
    return this.#objects.subscribe(({ type, resource, object, previous }) =>
      listener({
        type,
        resource,
        object: asPublic(object),
        previous: previous && asPublic(previous),
      }),
    );
  }

  writeStatus(
    { plural, group, namespace, name }: ObjectKey,
    status: unknown,
  ): void {
    const resource = typeOf({ plural, group });
    const live = this.#objects.get(resource, namespace, name);
    if (live) {
      this.#objects.put(resource, live, { ...live, status });
    }
  }

  create(object: NewObject): KubernetesObject {
    const { kind, metadata } = object;
    const resource = RESOURCE_TYPES.find(type => type.kind === kind);
    if (!resource) {
      throw new ApiError(404, `kind ${kind} is not served`);
    }
    const fresh = {
      uid: '',
      resourceVersion: '',
      creationTimestamp: '',
      name: '',
      ...metadata,
    };
    return asPublic(
      this.#objects.add(resource, { ...object, metadata: fresh }),
    );
  }
}

function typeOf({
  plural,
  group,
}: {
  plural: string;
  group: string;
}): ResourceType {
  const found = RESOURCE_TYPES.find(
    type => type.plural === plural && type.group === group,
  );
  if (!found) {
    throw new ApiError(404, `${plural} of ${group || 'core'} are not served`);
  }
  return found;
}

/** Both describe the same stored object; the one for readers names the fields that they use. */
function asPublic(object: StoredObject): KubernetesObject {
  return object as unknown as KubernetesObject;
}

function nameOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
