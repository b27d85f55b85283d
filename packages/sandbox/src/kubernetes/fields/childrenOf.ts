import { defaultKeys, MergeRules } from '../kinds/mergeRules';
import { isFields } from './Fields';

/** A value below another one. */
export interface Child {
  readonly value: unknown;
  /** Where the rules of the value stand in the table, such as `spec.listeners[].port`. */
  readonly rulePath: string;
}

/** The parts of a value that have owners of their own, by step; undefined when the value has one owner as a whole. */
export function childrenOf(
  value: unknown,
  rulePath: string,
  rules: MergeRules,
): Map<string, Child> | undefined {
  const rule = rules[rulePath];
  if (Array.isArray(value)) {
    return rule === undefined || rule === 'atomic'
      ? undefined
      : new Map(
          value.map(element => [
            stepOf(element, rule),
            { value: element, rulePath: `${rulePath}[]` },
          ]),
        );
  }
  if (!isFields(value) || rule === 'atomic') {
    return undefined;
  }
  return new Map(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .map(([name, child]) => [
        `f:${name}`,
        { value: child, rulePath: rulePath ? `${rulePath}.${name}` : name },
      ]),
  );
}

function stepOf(element: unknown, rule: 'set' | readonly string[]): string {
  if (rule === 'set') {
    return `v:${JSON.stringify(element)}`;
  }
  const fields = isFields(element) ? element : {};
  const keys = [...rule]
    .sort()
    .map(key => [key, fields[key] ?? defaultKeys[key]]);
  return `k:${JSON.stringify(Object.fromEntries(keys))}`;
}
