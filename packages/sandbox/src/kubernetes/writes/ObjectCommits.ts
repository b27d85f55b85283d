import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject, ManagedFieldsEntry } from '../ObjectStore';
import { StatusError } from '../errors/StatusError';
import { alreadyExists, invalid, notFound } from '../errors/statusErrors';
import { withAllocations } from '../kinds/coreDefaults';
import {
  qualifiedPlural,
  ServedType,
  typeOfPlural,
} from '../kinds/resourceTypes';
import { ObjectTables } from '../store/ObjectTables';
import { IncomingObject } from './parseObject';
import { validateObject } from './validateObject';

/** An object that is ready to be stored, with its owners. */
export interface Draft {
  readonly object: IncomingObject;
  readonly managedFields: ManagedFieldsEntry[];
}

/** etcd's limit for one request, in bytes. */
const maxObjectBytes = 1.5 * 1024 * 1024;

/** The last step of every write: checks, the server's own metadata, and the tables. */
export class ObjectCommits {
  constructor(
    private readonly tables: ObjectTables,
    private readonly clock: () => number,
  ) {}

  /** RFC 3339, whole seconds. */
  now(): string {
    return new Date(this.clock()).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  insert(
    type: ServedType,
    { object, managedFields }: Draft,
    dryRun = false,
  ): KubernetesObject {
    const { namespace, name } = object.metadata;
    validateObject(type, object);
    this.#requireNamespace(type, namespace, name);
    if (this.tables.tableOf(type).get(namespace, name)) {
      throw alreadyExists(type, name);
    }
    const fresh = {
      ...withAllocations(type.kind, object),
      metadata: {
        ...clientMetadata(object),
        uid: randomUUID(),
        creationTimestamp: this.now(),
        ...(type.hasGeneration && { generation: 1 }),
        managedFields,
      },
    };
    return this.#store(type, fresh, dryRun);
  }

  /** Answers the live object when nothing but times of managers would change. */
  update(
    type: ServedType,
    live: KubernetesObject,
    { object, managedFields }: Draft,
    dryRun = false,
  ): KubernetesObject {
    validateObject(type, object);
    refuseForbiddenChanges(type, live, object);
    const { metadata } = live;
    const next = {
      ...object,
      metadata: {
        ...clientMetadata(object),
        uid: metadata.uid,
        resourceVersion: metadata.resourceVersion,
        creationTimestamp: metadata.creationTimestamp,
        ...(metadata.generation !== undefined && {
          generation:
            metadata.generation + (isSameSpec(type, live, object) ? 0 : 1),
        }),
        ...(metadata.deletionTimestamp && {
          deletionTimestamp: metadata.deletionTimestamp,
          deletionGracePeriodSeconds: 0,
        }),
        ...(managedFields.length > 0 && { managedFields }),
      },
    };
    if (isDeepStrictEqual(withoutTimes(live), withoutTimes(next))) {
      return live;
    }
    if (
      metadata.deletionTimestamp &&
      !next.metadata.finalizers?.length &&
      type.kind !== 'Namespace'
    ) {
      return dryRun ? next : this.tables.remove(type, next);
    }
    return this.#store(type, next, dryRun);
  }

  #store(
    type: ServedType,
    object: Omit<KubernetesObject, 'metadata'> & {
      metadata: Omit<KubernetesObject['metadata'], 'resourceVersion'> & {
        resourceVersion?: string;
      };
    },
    dryRun: boolean,
  ): KubernetesObject {
    if (Buffer.byteLength(JSON.stringify(object)) > maxObjectBytes) {
      throw new StatusError(500, '', 'etcdserver: request is too large');
    }
    const { resourceVersion = '' } = object.metadata;
    const complete = {
      ...object,
      metadata: { ...object.metadata, resourceVersion },
    };
    if (!dryRun) {
      return this.tables.put(type, complete);
    }
    if (!resourceVersion) {
      // What was never stored has no version.
      Reflect.deleteProperty(complete.metadata, 'resourceVersion');
    }
    return complete;
  }

  #requireNamespace(
    type: ServedType,
    namespace: string | undefined,
    name: string,
  ): void {
    const namespaceType = typeOfPlural('namespaces', '');
    if (!type.namespaced || !namespaceType) {
      return;
    }
    const found = this.tables
      .tableOf(namespaceType)
      .get(undefined, namespace ?? '');
    if (!found) {
      throw notFound(namespaceType, namespace ?? '');
    }
    if (found.metadata.deletionTimestamp) {
      const message = `${qualifiedPlural(
        type,
      )} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`;
      const { group, plural } = type;
      throw new StatusError(403, 'Forbidden', message, {
        name,
        ...(group && { group }),
        kind: plural,
      });
    }
  }
}

/** The metadata that clients decide on. */
function clientMetadata({ metadata }: IncomingObject) {
  const {
    name,
    generateName,
    namespace,
    labels,
    annotations,
    finalizers,
    ownerReferences,
  } = metadata;
  return {
    name,
    ...(generateName && { generateName }),
    ...(namespace && { namespace }),
    ...(labels && Object.keys(labels).length > 0 && { labels }),
    ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
    ...(finalizers?.length && { finalizers }),
    ...(ownerReferences?.length && { ownerReferences }),
  };
}

function refuseForbiddenChanges(
  type: ServedType,
  live: KubernetesObject,
  object: IncomingObject,
): void {
  const { finalizers = [], deletionTimestamp } = live.metadata;
  const added = (object.metadata.finalizers ?? []).filter(
    each => !finalizers.includes(each),
  );
  if (deletionTimestamp && added.length > 0) {
    const list = added.map(each => JSON.stringify(each)).join(', ');
    const message = `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`;
    const cause = {
      reason: 'FieldValueForbidden',
      message,
      field: 'metadata.finalizers',
    };
    throw invalid(type, object.metadata.name, [cause]);
  }
  if (type.kind === 'Secret' && object.type !== live.type) {
    const message = `Invalid value: ${JSON.stringify(
      object.type,
    )}: field is immutable`;
    const cause = { reason: 'FieldValueInvalid', message, field: 'type' };
    throw invalid(type, object.metadata.name, [cause]);
  }
}

function isSameSpec(type: ServedType, a: object, b: object): boolean {
  return isDeepStrictEqual(specOf(type, a), specOf(type, b));
}

function specOf(type: ServedType, object: object) {
  const { metadata: _metadata, ...rest }: Record<string, unknown> = {
    ...object,
  };
  const { status: _status, ...spec } = rest;
  return type.hasStatus ? spec : rest;
}

function withoutTimes(object: {
  metadata: { managedFields?: ManagedFieldsEntry[] };
}) {
  const { managedFields = [], ...metadata } = object.metadata;
  return {
    ...object,
    metadata,
    owners: managedFields.map(({ time: _time, ...entry }) => entry),
  };
}
