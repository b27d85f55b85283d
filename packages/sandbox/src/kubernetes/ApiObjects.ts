import { copyOf } from './copyOf';
import { randomBytes } from 'node:crypto';
import { ApiError } from './ApiError';
import { isMap } from './fieldPaths';
import { KubernetesObject } from './KubernetesObject';
import { Manager } from './managedFields';
import { jsonPatch, mergePatch } from './mergePatch';
import { applyDefaults, validateObject } from './objectDefaults';
import { detailsOf, VersionedObjects } from './VersionedObjects';
import { apiVersionOf, ResourceType } from './ResourceType';
import { serverSideApply } from './serverSideApply';
import { trackUpdate } from './trackUpdate';

/** Which object a request is about. */
export interface Target {
  resource: ResourceType;
  namespace: string | undefined;
  name: string;
  subresource?: 'status';
}

export interface WriteOptions {
  manager: string;
  dryRun: boolean;
}

export type PatchKind = 'merge' | 'json' | 'apply';

/** Reads and writes single objects with the rules of the API server. */
export class ApiObjects {
  constructor(readonly store: VersionedObjects) {}

  get({ resource, namespace, name }: Target): KubernetesObject {
    const found = this.store.get(resource, namespace, name);
    if (!found) {
      throw new ApiError(
        404,
        `${resource.plural} "${name}" not found`,
        detailsOf(resource, name),
      );
    }
    return found;
  }

  create(
    resource: ResourceType,
    namespace: string | undefined,
    body: unknown,
    options: WriteOptions,
  ): KubernetesObject {
    const object = this.#incoming(resource, namespace, body);
    const { status: _, ...rest } = object;
    const created = resource.hasStatus
      ? {
          ...rest,
          metadata: object.metadata,
          apiVersion: object.apiVersion,
          kind: object.kind,
        }
      : object;
    this.#finish(
      created,
      undefined,
      { manager: options.manager, operation: 'Update' },
      resource,
    );
    return options.dryRun ? created : this.store.add(resource, created);
  }

  update(
    target: Target,
    body: unknown,
    options: WriteOptions,
  ): KubernetesObject {
    const live = this.get(target);
    const object = this.#incoming(target.resource, target.namespace, body);
    const { resourceVersion } = object.metadata;
    if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
      throw changedMeanwhile(target);
    }
    return this.#replace(target, live, object, options);
  }

  patch(
    target: Target,
    kind: PatchKind,
    body: unknown,
    options: WriteOptions & { force: boolean },
  ): KubernetesObject {
    if (kind === 'apply') {
      return this.#apply(target, body, options);
    }
    const live = this.get(target);
    const patched =
      kind === 'json' ? jsonPatch(live, body) : mergePatch(live, body);
    const object = this.#incoming(target.resource, target.namespace, patched);
    if (object.metadata.resourceVersion !== live.metadata.resourceVersion) {
      throw changedMeanwhile(target);
    }
    return this.#replace(target, live, object, options);
  }

  delete(target: Target, body: unknown): KubernetesObject {
    const live = this.get(target);
    const preconditions =
      isMap(body) && isMap(body.preconditions) ? body.preconditions : {};
    const {
      uid = live.metadata.uid,
      resourceVersion = live.metadata.resourceVersion,
    } = preconditions;
    if (
      uid !== live.metadata.uid ||
      resourceVersion !== live.metadata.resourceVersion
    ) {
      throw changedMeanwhile(target);
    }
    if (live.metadata.finalizers?.length) {
      const metadata = {
        deletionTimestamp: this.store.now(),
        ...live.metadata,
      };
      return this.store.put(target.resource, live, { ...live, metadata });
    }
    return this.store.remove(target.resource, live);
  }

  #apply(
    target: Target,
    body: unknown,
    options: WriteOptions & { force: boolean },
  ): KubernetesObject {
    const { resource, namespace, name } = target;
    const applied = this.#incoming(resource, namespace, body);
    applyDefaults(applied);
    const existing = this.store.get(resource, namespace, name);
    const live = existing ?? bareObject(resource, applied);
    const merged = serverSideApply({
      live,
      applied,
      manager: options.manager,
      force: options.force,
      keyedLists: resource.keyedLists,
      time: this.store.now(),
    });
    validateObject(merged);
    if (options.dryRun) {
      return merged;
    }
    this.#requireNamespace(namespace);
    return existing
      ? this.store.put(resource, existing, merged)
      : this.store.add(resource, merged);
  }

  #replace(
    target: Target,
    live: KubernetesObject,
    incoming: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    const { resource, subresource } = target;
    const { metadata } = live;
    const object: KubernetesObject =
      subresource === 'status'
        ? { ...live, status: incoming.status }
        : {
            ...incoming,
            ...(resource.hasStatus && { status: live.status }),
            metadata: {
              ...incoming.metadata,
              uid: metadata.uid,
              creationTimestamp: metadata.creationTimestamp,
              generation: metadata.generation,
              deletionTimestamp: metadata.deletionTimestamp,
              managedFields: metadata.managedFields,
            },
          };
    this.#finish(
      object,
      live,
      { manager: options.manager, operation: 'Update', subresource },
      resource,
    );
    return options.dryRun
      ? object
      : this.store.put(resource, live, copyOf(object));
  }

  #finish(
    object: KubernetesObject,
    before: KubernetesObject | undefined,
    manager: Manager,
    { keyedLists }: ResourceType,
  ): void {
    applyDefaults(object);
    validateObject(object);
    object.metadata.managedFields = trackUpdate(before, object, manager, {
      keyedLists,
      time: this.store.now(),
    });
  }

  #incoming(
    resource: ResourceType,
    namespace: string | undefined,
    body: unknown,
  ): KubernetesObject {
    if (!isMap(body) || !isMap(body.metadata)) {
      throw new ApiError(400, 'the body must be an object with metadata');
    }
    const metadata = copyOf(body.metadata);
    if (metadata.generateName && !metadata.name) {
      metadata.name = `${metadata.generateName}${randomBytes(3)
        .toString('hex')
        .slice(0, 5)}`;
    }
    if (namespace && metadata.namespace && metadata.namespace !== namespace) {
      throw new ApiError(
        400,
        'the namespace of the provided object does not match the request',
      );
    }
    if (namespace) {
      this.#requireNamespace(namespace);
      metadata.namespace = namespace;
    }
    return {
      ...copyOf(body),
      apiVersion: apiVersionOf(resource),
      kind: resource.kind,
      metadata: metadata as unknown as KubernetesObject['metadata'],
    };
  }

  #requireNamespace(namespace: string | undefined): void {
    const resource = {
      group: '',
      version: 'v1',
      kind: 'Namespace',
      plural: 'namespaces',
    };
    const known = {
      ...resource,
      namespaced: false,
      hasStatus: false,
      keyedLists: {},
    };
    if (namespace && !this.store.get(known, undefined, namespace)) {
      throw new ApiError(
        404,
        `namespaces "${namespace}" not found`,
        detailsOf(known, namespace),
      );
    }
  }
}

function bareObject(
  resource: ResourceType,
  applied: KubernetesObject,
): KubernetesObject {
  const { name, namespace } = applied.metadata;
  return {
    apiVersion: apiVersionOf(resource),
    kind: resource.kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      uid: '',
      resourceVersion: '',
      creationTimestamp: '',
    },
  };
}

function changedMeanwhile({ resource, name }: Target): ApiError {
  return new ApiError(
    409,
    `Operation cannot be fulfilled on ${resource.plural} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    detailsOf(resource, name),
  );
}
