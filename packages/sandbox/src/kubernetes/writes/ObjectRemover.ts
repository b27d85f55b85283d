import { KubernetesObject } from '../ObjectStore';
import { StatusError } from '../errors/StatusError';
import { notFound } from '../errors/statusErrors';
import { ServedType } from '../kinds/resourceTypes';
import { ObjectTables } from '../store/ObjectTables';
import { DeleteOptions, ObjectTarget } from './ObjectTarget';

/** What a deletion came to: an object with finalizers stays until they are gone. */
export interface RemoveResult {
  readonly object: KubernetesObject;
  readonly removed: boolean;
}

/** Deletes objects by the rules of the API server. */
export class ObjectRemover {
  /** `clock` answers Unix milliseconds. */
  constructor(
    private readonly tables: ObjectTables,
    private readonly clock: () => number,
  ) {}

  remove(
    { type, namespace, name }: ObjectTarget,
    options: DeleteOptions = {},
  ): RemoveResult {
    const live = this.tables.tableOf(type).get(namespace, name);
    if (!live) {
      throw notFound(type, name);
    }
    refuseUnmet(type, live, options.preconditions);
    const { metadata } = live;
    const stays =
      type.kind === 'Namespace' || Boolean(metadata.finalizers?.length);
    if (options.dryRun || (stays && metadata.deletionTimestamp)) {
      return { object: live, removed: !stays };
    }
    if (options.orphan) {
      this.#releaseDependents(metadata.uid);
    }
    if (!stays) {
      return { object: this.tables.remove(type, live), removed: true };
    }
    const deletionTimestamp = new Date(this.clock())
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    const doomed: KubernetesObject = {
      ...live,
      ...(type.kind === 'Namespace' && { status: { phase: 'Terminating' } }),
      metadata: {
        ...metadata,
        ...(metadata.generation !== undefined && {
          generation: metadata.generation + 1,
        }),
        deletionTimestamp,
        deletionGracePeriodSeconds: 0,
      },
    };
    return { object: this.tables.put(type, doomed), removed: false };
  }

  #releaseDependents(uid: string): void {
    for (const table of this.tables.tables()) {
      for (const object of table.list()) {
        const owners = object.metadata.ownerReferences ?? [];
        const ownerReferences = owners.filter(owner => owner.uid !== uid);
        if (ownerReferences.length < owners.length) {
          this.tables.put(table.type, {
            ...object,
            metadata: { ...object.metadata, ownerReferences },
          });
        }
      }
    }
  }
}

function refuseUnmet(
  { kind }: ServedType,
  { metadata }: KubernetesObject,
  { uid, resourceVersion }: NonNullable<DeleteOptions['preconditions']> = {},
): void {
  const refuse = (
    field: string,
    wanted: string,
    actual: string,
    guess: string,
  ) => {
    const why = `the ${field} in the precondition (${wanted}) does not match the ${field} in record (${actual}). The object might have been ${guess}`;
    const message = `Operation cannot be fulfilled on ${kind} "${metadata.name}": ${why}`;
    throw new StatusError(409, 'Conflict', message, {
      name: metadata.name,
      kind,
    });
  };
  if (uid && uid !== metadata.uid) {
    refuse('UID', uid, metadata.uid, 'deleted and then recreated');
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    refuse(
      'ResourceVersion',
      resourceVersion,
      metadata.resourceVersion,
      'modified',
    );
  }
}
