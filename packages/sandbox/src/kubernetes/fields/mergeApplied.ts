import { MergeRules } from '../kinds/mergeRules';
import { Child, childrenOf } from './childrenOf';
import { Fields, isFields } from './Fields';

/** The live object with an applied configuration on top of it. */
export function mergeApplied(
  live: Fields,
  applied: Fields,
  rules: MergeRules,
): Fields {
  const merged = merge(
    { value: live, rulePath: '' },
    { value: applied, rulePath: '' },
    rules,
  );
  return isFields(merged) ? merged : applied;
}

function merge(
  live: Child | undefined,
  applied: Child,
  rules: MergeRules,
): unknown {
  const old = live && childrenOf(live.value, live.rulePath, rules);
  const wanted = childrenOf(applied.value, applied.rulePath, rules);
  if (!old || !wanted) {
    return applied.value;
  }
  const steps = mergedOrder([...old.keys()], [...wanted.keys()]);
  const values = steps.map(step => {
    const child = wanted.get(step);
    return child ? merge(old.get(step), child, rules) : old.get(step)?.value;
  });
  return Array.isArray(applied.value)
    ? values
    : Object.fromEntries(
        steps.map((step, index) => [step.slice(2), values[index]]),
      );
}

/** The applied order; what only the live list has keeps its place among what is left of it. */
function mergedOrder(
  live: readonly string[],
  applied: readonly string[],
): string[] {
  const known = new Set(applied);
  const placed = new Set<string>();
  const order: string[] = [];
  const rest = [...live];
  const placeLiveOnly = () => {
    for (let next = rest[0]; next !== undefined; next = rest[0]) {
      if (known.has(next) && !placed.has(next)) {
        return;
      }
      rest.shift();
      if (!known.has(next)) {
        order.push(next);
      }
    }
  };
  for (const step of applied) {
    placeLiveOnly();
    order.push(step);
    placed.add(step);
  }
  placeLiveOnly();
  return order;
}
