import { isDeepStrictEqual } from 'node:util';
import { MergeRules } from '../kinds/mergeRules';
import { Child, childrenOf } from './childrenOf';
import { ownableFields } from './fieldsOf';
import { childPath } from './FieldSet';

export interface FieldChanges {
  readonly added: Set<string>;
  readonly removed: Set<string>;
  readonly modified: Set<string>;
}

/**
 * What a write changes, in terms of ownership. A container that appears or vanishes is a change besides its parts, as
 * in the structured merge of the real API server.
 */
export function compareFields(
  before: object,
  after: object,
  { rules, builtIn }: { rules: MergeRules; builtIn: boolean },
): FieldChanges {
  // A built-in kind always has its structs, so that an appearing `spec` is no change by itself.
  const base = builtIn
    ? { metadata: {}, spec: {}, status: {} }
    : { metadata: {} };
  const changes = {
    added: new Set<string>(),
    removed: new Set<string>(),
    modified: new Set<string>(),
  };
  compare(
    { value: { ...base, ...ownableFields(before) }, rulePath: '' },
    { value: { ...base, ...ownableFields(after) }, rulePath: '' },
    '',
    rules,
    changes,
  );
  return changes;
}

function compare(
  before: Child | undefined,
  after: Child | undefined,
  path: string,
  rules: MergeRules,
  changes: FieldChanges,
): void {
  const old = before && childrenOf(before.value, before.rulePath, rules);
  const now = after && childrenOf(after.value, after.rulePath, rules);
  for (const step of new Set([
    ...(old?.keys() ?? []),
    ...(now?.keys() ?? []),
  ])) {
    compare(
      old?.get(step),
      now?.get(step),
      childPath(path, step),
      rules,
      changes,
    );
  }
  if (!before) {
    changes.added.add(path);
  } else if (!after) {
    changes.removed.add(path);
  } else if ((!old || !now) && !isDeepStrictEqual(before.value, after.value)) {
    changes.modified.add(path);
  }
}
