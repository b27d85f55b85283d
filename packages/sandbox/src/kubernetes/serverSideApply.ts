import { copyOf } from './copyOf';
import { isDeepStrictEqual } from 'node:util';
import { ApiError } from './ApiError';
import {
  FieldPaths,
  fieldPathsOf,
  KeyedLists,
  removeAt,
  setAt,
  valueAt,
} from './fieldPaths';
import { KubernetesObject, ManagedFieldsEntry } from './KubernetesObject';
import {
  fromFieldsV1,
  isEntryOf,
  Manager,
  withEntry,
  withoutPaths,
} from './managedFields';

export interface ApplyRequest {
  /** What is stored, or the bare identity when there is nothing. */
  live: KubernetesObject;
  applied: Record<string, unknown>;
  manager: string;
  force: boolean;
  keyedLists: KeyedLists;
  time: string;
}

/**
 * Server-side apply: the manager's fields get its values, what it no longer names and nobody else owns goes, and a
 * field that somebody else holds with another value is a conflict unless forced.
 */
export function serverSideApply(request: ApplyRequest): KubernetesObject {
  const { live, applied, keyedLists, force, time } = request;
  const manager: Manager = { manager: request.manager, operation: 'Apply' };
  const entries = live.metadata.managedFields ?? [];
  const wanted = fieldPathsOf(applied, keyedLists);
  const conflicts = conflictsOf(entries, manager, wanted, live, applied);
  if (conflicts.length > 0 && !force) {
    throw conflictError(conflicts);
  }
  const taken: FieldPaths = new Map(
    conflicts.map(({ key, path }) => [key, path]),
  );
  const remaining = withoutPaths(entries, taken, manager);
  const merged = copyOf(live);
  for (const path of ownedBy(entries, manager).values()) {
    const key = path.join('\0');
    if (!wanted.has(key) && !ownedByOthers(remaining, manager, key)) {
      removeAt(merged, path);
    }
  }
  for (const path of wanted.values()) {
    setAt(merged, path, copyOf(valueAt(applied, path)));
  }
  const unchanged = entries.find(entry => isEntryOf(entry, manager));
  const same =
    unchanged &&
    isDeepStrictEqual(
      [...fromFieldsV1(unchanged.fieldsV1).keys()].sort(),
      [...wanted.keys()].sort(),
    );
  merged.metadata.managedFields =
    same && taken.size === 0
      ? entries
      : withEntry(remaining, manager, wanted, {
          apiVersion: live.apiVersion,
          time,
        });
  return merged;
}

interface Conflict {
  key: string;
  path: readonly string[];
  owner: string;
}

function conflictsOf(
  entries: readonly ManagedFieldsEntry[],
  manager: Manager,
  wanted: FieldPaths,
  live: KubernetesObject,
  applied: Record<string, unknown>,
): Conflict[] {
  return entries
    .filter(entry => !isEntryOf(entry, manager))
    .flatMap(entry =>
      [...fromFieldsV1(entry.fieldsV1)]
        .filter(([key]) => wanted.has(key))
        .filter(
          ([, path]) =>
            !isDeepStrictEqual(valueAt(live, path), valueAt(applied, path)),
        )
        .map(([key, path]) => ({ key, path, owner: entry.manager })),
    );
}

function ownedBy(
  entries: readonly ManagedFieldsEntry[],
  manager: Manager,
): FieldPaths {
  const entry = entries.find(candidate => isEntryOf(candidate, manager));
  return fromFieldsV1(entry?.fieldsV1);
}

function ownedByOthers(
  entries: readonly ManagedFieldsEntry[],
  manager: Manager,
  key: string,
): boolean {
  return entries.some(
    entry =>
      !isEntryOf(entry, manager) && fromFieldsV1(entry.fieldsV1).has(key),
  );
}

function conflictError(conflicts: Conflict[]): ApiError {
  const causes = conflicts.map(({ path, owner }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with "${owner}"`,
    field: `.${path.map(step => step.slice(2)).join('.')}`,
  }));
  const fields = causes.map(({ field }) => field).join(', ');
  return new ApiError(
    409,
    `Apply failed with ${causes.length} conflicts: ${fields}`,
    { causes },
  );
}
