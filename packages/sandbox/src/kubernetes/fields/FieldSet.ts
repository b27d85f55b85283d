import { Fields, isFields } from './Fields';

/**
 * Which fields a manager owns: a set of paths. A path is its steps joined by NUL; a step is written as in `FieldsV1`:
 * `f:<name>`, `k:<keys of a list element>` or `v:<element of a set>`.
 */
export type FieldSet = ReadonlySet<string>;

const SEPARATOR = '\0';

export function childPath(path: string, step: string): string {
  return path ? `${path}${SEPARATOR}${step}` : step;
}

export function stepsOf(path: string): string[] {
  return path.split(SEPARATOR);
}

export function union(...sets: FieldSet[]): Set<string> {
  return new Set(sets.flatMap(set => [...set]));
}

export function difference(set: FieldSet, ...removed: FieldSet[]): Set<string> {
  return new Set(
    [...set].filter(path => !removed.some(other => other.has(path))),
  );
}

export function intersection(set: FieldSet, other: FieldSet): Set<string> {
  return new Set([...set].filter(path => other.has(path)));
}

export function equalSets(a: FieldSet, b: FieldSet): boolean {
  return a.size === b.size && [...a].every(path => b.has(path));
}

/** The set with every path on the way to its members. */
export function withParents(set: FieldSet): Set<string> {
  const all = new Set<string>();
  for (const path of set) {
    stepsOf(path).reduce((parent, step) => {
      const child = childPath(parent, step);
      all.add(child);
      return child;
    }, '');
  }
  return all;
}

/** Writes a set in the form of `managedFields[].fieldsV1`; `.` marks a member that has members below it. */
export function toFieldsV1(set: FieldSet): Fields {
  const root: Fields = {};
  for (const path of [...set].sort()) {
    let node = root;
    for (const step of stepsOf(path)) {
      const next = node[step];
      const child: Fields = isFields(next) ? next : {};
      node[step] = child;
      node = child;
    }
    node['.'] = {};
  }
  return simplified(root);
}

/** A member with nothing below it is written `{}`. */
function simplified(node: Fields): Fields {
  const entries = Object.entries(node);
  if (entries.length === 1 && '.' in node) {
    return {};
  }
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([step, child]) => [
      step,
      step === '.' || !isFields(child) ? {} : simplified(child),
    ]),
  );
}

/** Reads what `toFieldsV1` writes. */
export function fromFieldsV1(node: Fields, path = ''): Set<string> {
  const entries = Object.entries(node);
  const set = new Set<string>();
  if (path && (entries.length === 0 || '.' in node)) {
    set.add(path);
  }
  for (const [step, child] of entries) {
    if (step !== '.' && isFields(child)) {
      fromFieldsV1(child, childPath(path, step)).forEach(below =>
        set.add(below),
      );
    }
  }
  return set;
}

/** The form of conflict messages, such as `.spec.listeners[name="http"].port`. */
export function printPath(path: string): string {
  return stepsOf(path)
    .map(step => {
      const text = step.slice(2);
      if (step.startsWith('f:')) {
        return `.${text}`;
      }
      if (step.startsWith('v:')) {
        return `[=${text}]`;
      }
      const keys: unknown = JSON.parse(text);
      const pairs = Object.entries(isFields(keys) ? keys : {});
      return `[${pairs
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(',')}]`;
    })
    .join('');
}
