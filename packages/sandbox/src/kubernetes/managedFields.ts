import { FieldPaths, isMap } from './fieldPaths';
import { ManagedFieldsEntry } from './KubernetesObject';

/** Writes a set of paths in the `fieldsV1` form. */
export function toFieldsV1(paths: FieldPaths): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const path of paths.values()) {
    let level = root;
    for (const step of path) {
      const below = level[step];
      const next = isMap(below) ? below : {};
      level[step] = next;
      level = next;
    }
  }
  return root;
}

/** Reads the `fieldsV1` form. */
export function fromFieldsV1(
  fields: unknown,
  path: readonly string[] = [],
): FieldPaths {
  const entries = isMap(fields)
    ? Object.entries(fields).filter(([step]) => step !== '.')
    : [];
  if (entries.length === 0) {
    return path.length > 0 ? new Map([[path.join('\0'), path]]) : new Map();
  }
  return new Map(
    entries.flatMap(([step, inner]) => [
      ...fromFieldsV1(inner, [...path, step]),
    ]),
  );
}

/** Who writes, and how. */
export interface Manager {
  manager: string;
  operation: 'Apply' | 'Update';
  subresource?: string;
}

export function isEntryOf(
  entry: ManagedFieldsEntry,
  manager: Manager,
): boolean {
  return (
    entry.manager === manager.manager &&
    entry.operation === manager.operation &&
    entry.subresource === manager.subresource
  );
}

/** Replaces what a manager owns; an entry that owns nothing is left out. */
export function withEntry(
  entries: readonly ManagedFieldsEntry[],
  manager: Manager,
  paths: FieldPaths,
  context: { apiVersion: string; time: string },
): ManagedFieldsEntry[] {
  const others = entries.filter(entry => !isEntryOf(entry, manager));
  if (paths.size === 0) {
    return others;
  }
  const { manager: name, operation, subresource } = manager;
  return [
    ...others,
    {
      manager: name,
      operation,
      ...context,
      fieldsType: 'FieldsV1',
      fieldsV1: toFieldsV1(paths),
      ...(subresource && { subresource }),
    },
  ];
}

/** Takes paths away from everybody but one manager. */
export function withoutPaths(
  entries: readonly ManagedFieldsEntry[],
  paths: FieldPaths,
  except: Manager,
): ManagedFieldsEntry[] {
  return entries.flatMap(entry => {
    if (isEntryOf(entry, except)) {
      return [entry];
    }
    const owned = fromFieldsV1(entry.fieldsV1);
    const kept = new Map([...owned].filter(([key]) => !paths.has(key)));
    if (kept.size === owned.size) {
      return [entry];
    }
    return kept.size === 0 ? [] : [{ ...entry, fieldsV1: toFieldsV1(kept) }];
  });
}
