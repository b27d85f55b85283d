import { fieldsOf } from '../ApiStatus';

type Fields = Record<string, unknown>;

/** JSON merge patch (RFC 7396). */
export function mergePatched(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) {
    return patch;
  }
  const merged: Fields = { ...(isFields(target) ? target : {}) };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[name];
    } else {
      merged[name] = mergePatched(merged[name], value);
    }
  }
  return merged;
}

/**
 * What server-side apply makes of an object: fields of the last apply that are not in this one go, those of others
 * stay. Lists are replaced as a whole, as the policies of Envoy Gateway are; lists with keys are not told apart.
 */
export function mergeApplied(
  live: unknown,
  previous: unknown,
  applied: unknown,
): unknown {
  if (!isFields(applied)) {
    return applied;
  }
  const kept = isFields(live) ? live : {};
  const before = fieldsOf(previous);
  const merged: Fields = { ...kept };
  for (const name of Object.keys(before)) {
    if (applied[name] === undefined) {
      merged[name] = withoutApplied(kept[name], before[name]);
    }
  }
  for (const [name, value] of Object.entries(applied)) {
    if (value !== undefined) {
      merged[name] = mergeApplied(kept[name], before[name], value);
    }
  }
  return withoutUndefined(merged);
}

/** `fieldsV1` of the fields that somebody holds; lists are held as a whole. */
export function fieldsV1Of(value: unknown): Fields {
  return isFields(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner !== undefined)
          .map(([name, inner]) => [`f:${name}`, fieldsV1Of(inner)]),
      )
    : {};
}

/** What is left of a value when the fields that were applied go. */
function withoutApplied(live: unknown, previous: unknown): unknown {
  if (!isFields(live) || !isFields(previous)) {
    return undefined;
  }
  const rest = withoutUndefined(
    Object.fromEntries(
      Object.entries(live).map(([name, value]) => [
        name,
        name in previous ? withoutApplied(value, previous[name]) : value,
      ]),
    ),
  );
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
