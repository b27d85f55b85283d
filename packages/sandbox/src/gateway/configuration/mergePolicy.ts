function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A route's policy laid over its parent's: maps are merged, everything else (lists too) is replaced.
 *
 * Both merge types of Envoy Gateway come to this for policies, because the lists of these kinds have no merge keys;
 * rate limit rules are merged separately.
 */
export function mergePolicy(parent: unknown, route: unknown): unknown {
  if (!isMap(parent) || !isMap(route)) {
    return route === undefined ? parent : route;
  }
  return Object.fromEntries(
    [...new Set([...Object.keys(parent), ...Object.keys(route)])].map(key => [
      key,
      mergePolicy(parent[key], route[key]),
    ]),
  );
}
