import { ManagedFieldsEntry } from '../ObjectStore';
import { equalSets, FieldSet, fromFieldsV1, toFieldsV1 } from './FieldSet';

/** Who writes, and through which door. */
export interface Manager {
  readonly name: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource?: string;
}

/** A manager with the fields that it owns. */
export interface Ownership {
  readonly manager: Manager;
  readonly fields: FieldSet;
  /** RFC 3339, whole seconds; missing for an applier that never changed a value. */
  readonly time?: string;
}

export function isSameManager(a: Manager, b: Manager): boolean {
  return (
    a.name === b.name &&
    a.operation === b.operation &&
    a.subresource === b.subresource
  );
}

export function decodeManagers(
  entries: readonly ManagedFieldsEntry[] = [],
): Ownership[] {
  return entries.map(
    ({ manager, operation, apiVersion, subresource, time, fieldsV1 }) => ({
      manager: {
        name: manager,
        operation,
        apiVersion,
        ...(subresource && { subresource }),
      },
      fields: fromFieldsV1(fieldsV1),
      time,
    }),
  );
}

/** Entries in the API server's order: by operation, time and name. Whoever owns nothing is left out. */
export function encodeManagers(
  ownerships: readonly Ownership[],
): ManagedFieldsEntry[] {
  return ownerships
    .filter(({ fields }) => fields.size > 0)
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
    .map(({ manager, fields, time }) => ({
      manager: manager.name,
      operation: manager.operation,
      apiVersion: manager.apiVersion,
      ...(time && { time }),
      fieldsType: 'FieldsV1',
      fieldsV1: toFieldsV1(fields),
      ...(manager.subresource && { subresource: manager.subresource }),
    }));
}

function orderOf({ manager, time = '' }: Ownership): string {
  return [manager.operation, time, manager.name, manager.subresource].join(' ');
}

/** Replaces the fields of one manager; its time changes only when they do. */
export function withFieldsOf(
  ownerships: readonly Ownership[],
  manager: Manager,
  fields: FieldSet,
  now: string,
): Ownership[] {
  const own = ownerships.find(each => isSameManager(each.manager, manager));
  const time = own && equalSets(own.fields, fields) ? own.time : now;
  return [
    ...ownerships.filter(each => each !== own),
    { manager, fields, time },
  ];
}
