/**
 * Fields of an object as the set of its leaves. A path is a list of steps, `f:<name>` into a map and `k:<json>` into an
 * element of a keyed list, as in the `fieldsV1` form of managed fields. Scalars, atomic lists and empty maps are
 * leaves.
 */
export type FieldPaths = Map<string, readonly string[]>;

/** Fields whose lists are maps, by dotted path, with the names of their keys. */
export type KeyedLists = Record<string, string[]>;

/** Fields that belong to the server and to no manager. */
const SERVER_METADATA = new Set([
  'name',
  'namespace',
  'generateName',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'managedFields',
]);
const EVERYWHERE: KeyedLists = { 'metadata.ownerReferences': ['uid'] };

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All leaves of an object, but for those of the server. */
export function fieldPathsOf(
  object: Record<string, unknown>,
  keyedLists: KeyedLists,
): FieldPaths {
  const { apiVersion: _, kind: __, metadata, ...rest } = object;
  const own = isMap(metadata)
    ? Object.entries(metadata).filter(([name]) => !SERVER_METADATA.has(name))
    : [];
  const paths: FieldPaths = new Map();
  const lists = { ...EVERYWHERE, ...keyedLists };
  collect(
    { ...(own.length > 0 && { metadata: Object.fromEntries(own) }), ...rest },
    [],
    '',
    lists,
    paths,
  );
  return paths;
}

function collect(
  value: unknown,
  path: readonly string[],
  dotted: string,
  keyedLists: KeyedLists,
  paths: FieldPaths,
): void {
  const keys = keyedLists[dotted];
  if (Array.isArray(value) && keys) {
    value.forEach(element =>
      collect(
        element,
        [...path, elementStep(element, keys)],
        dotted,
        {},
        paths,
      ),
    );
    return;
  }
  if (isMap(value) && (Object.keys(value).length > 0 || path.length === 0)) {
    for (const [name, inner] of Object.entries(value)) {
      const below = dotted ? `${dotted}.${name}` : name;
      collect(inner, [...path, `f:${name}`], below, keyedLists, paths);
    }
    return;
  }
  paths.set(path.join('\0'), path);
}

function elementStep(element: unknown, keys: string[]): string {
  const values = isMap(element) ? keys.map(key => [key, element[key]]) : [];
  return `k:${JSON.stringify(Object.fromEntries(values))}`;
}

/** The value at a path, or undefined. */
export function valueAt(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => child(value, step), object);
}

function child(value: unknown, step: string): unknown {
  if (step.startsWith('f:')) {
    return isMap(value) ? value[step.slice(2)] : undefined;
  }
  return Array.isArray(value) ? value[indexOf(value, step)] : undefined;
}

function indexOf(list: unknown[], step: string): number {
  const wanted: unknown = JSON.parse(step.slice(2));
  return list.findIndex(
    element =>
      isMap(element) &&
      isMap(wanted) &&
      Object.entries(wanted).every(([key, value]) => element[key] === value),
  );
}

/** Sets the value at a path, making maps and keyed elements on the way. Changes the object. */
export function setAt(
  object: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): void {
  let parent: unknown = object;
  path.forEach((step, position) => {
    const isLast = position === path.length - 1;
    const next = path[position + 1];
    const fresh = next?.startsWith('k:') ? [] : {};
    if (step.startsWith('f:') && isMap(parent)) {
      const name = step.slice(2);
      if (isLast) {
        parent[name] = value;
      } else if (
        next?.startsWith('k:')
          ? !Array.isArray(parent[name])
          : !isMap(parent[name])
      ) {
        parent[name] = fresh;
      }
      parent = parent[name];
    } else if (Array.isArray(parent)) {
      const list: unknown[] = parent;
      if (indexOf(list, step) < 0) {
        list.push(JSON.parse(step.slice(2)));
      }
      parent = list[indexOf(list, step)];
    }
  });
}

/** Removes the value at a path, and maps and elements that are left empty. Changes the object. */
export function removeAt(
  object: Record<string, unknown>,
  path: readonly string[],
): void {
  const parentPath = path.slice(0, -1);
  const parent = valueAt(object, parentPath);
  const step = path[path.length - 1] ?? '';
  if (step.startsWith('f:') && isMap(parent)) {
    delete parent[step.slice(2)];
  } else if (Array.isArray(parent)) {
    const index = indexOf(parent, step);
    if (index >= 0) {
      parent.splice(index, 1);
    }
  }
  const isEmpty = isMap(parent)
    ? Object.keys(parent).length === 0
    : (parent as unknown[])?.length === 0;
  if (isEmpty && parentPath.length > 1) {
    removeAt(object, parentPath);
  }
}
