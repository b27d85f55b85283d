import { MergeRules } from '../kinds/mergeRules';
import { Child, childrenOf } from './childrenOf';
import { Fields, isFields } from './Fields';
import { childPath, FieldSet, withParents } from './FieldSet';

/** Removes what a manager applied before and nobody owns any more. */
export function pruneFields(
  merged: Fields,
  {
    last,
    owned,
    rules,
  }: { last: FieldSet; owned: FieldSet; rules: MergeRules },
): Fields {
  const before = withParents(last);
  const after = withParents(owned);
  const kept = (path: string) => !before.has(path) || after.has(path);
  const pruned = prune({ value: merged, rulePath: '' }, '', kept, rules);
  return isFields(pruned) ? pruned : merged;
}

function prune(
  { value, rulePath }: Child,
  path: string,
  kept: (path: string) => boolean,
  rules: MergeRules,
): unknown {
  const children = childrenOf(value, rulePath, rules);
  if (!children) {
    return value;
  }
  const remaining = [...children]
    .map(([step, child]) => ({ step, child, path: childPath(path, step) }))
    .filter(each => kept(each.path))
    .map(
      each =>
        [
          each.step.slice(2),
          prune(each.child, each.path, kept, rules),
        ] as const,
    );
  return Array.isArray(value)
    ? remaining.map(([, element]) => element)
    : Object.fromEntries(remaining);
}
