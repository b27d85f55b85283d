import { Fields, isFields } from '../fields/Fields';

/** Applies a JSON merge patch (RFC 7396): null removes, maps are merged, everything else is replaced. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) {
    return patch;
  }
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = mergePatch(result[name], value);
    }
  }
  return result;
}

/**
 * A strategic merge patch as a merge patch: its directives are dropped. Right for maps, which is all that the kinds
 * of this sandbox hold; lists are replaced as a whole.
 */
export function withoutDirectives(patch: unknown): unknown {
  return isFields(patch)
    ? Object.fromEntries(
        Object.entries(patch)
          .filter(([name]) => !name.startsWith('$'))
          .map(([name, value]) => [name, withoutDirectives(value)]),
      )
    : patch;
}
