import { isDeepStrictEqual } from 'node:util';
import { FieldPaths, fieldPathsOf, KeyedLists, valueAt } from './fieldPaths';
import { KubernetesObject, ManagedFieldsEntry } from './KubernetesObject';
import {
  fromFieldsV1,
  isEntryOf,
  Manager,
  withEntry,
  withoutPaths,
} from './managedFields';

/**
 * Managed fields after an update or a patch: whoever writes owns what it changed, and others lose it. Fields that are
 * gone belong to nobody.
 */
export function trackUpdate(
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  manager: Manager,
  context: { keyedLists: KeyedLists; time: string },
): ManagedFieldsEntry[] {
  const entries = before?.metadata.managedFields ?? [];
  const existing = fieldPathsOf(after, context.keyedLists);
  const changed: FieldPaths = new Map(
    [...existing].filter(
      ([, path]) =>
        !before ||
        !isDeepStrictEqual(valueAt(before, path), valueAt(after, path)),
    ),
  );
  const previous = before
    ? fieldPathsOf(before, context.keyedLists)
    : new Map();
  const gone: FieldPaths = new Map(
    [...previous].filter(([key]) => !existing.has(key)),
  );
  if (changed.size === 0 && gone.size === 0) {
    return entries;
  }
  const own = entries.find(entry => isEntryOf(entry, manager));
  const kept = [...fromFieldsV1(own?.fieldsV1)].filter(([key]) =>
    existing.has(key),
  );
  const nobody: Manager = { manager: '', operation: 'Update' };
  const withoutGone = withoutPaths(entries, gone, nobody);
  return withEntry(
    withoutPaths(withoutGone, changed, manager),
    manager,
    new Map([...kept, ...changed]),
    { apiVersion: after.apiVersion, time: context.time },
  );
}
