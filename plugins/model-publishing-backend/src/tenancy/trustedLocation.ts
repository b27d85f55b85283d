/** How a pattern may be written: an exact location, or one that ends in `/*`. */
const PATTERN = /^[^\s*]+:[^\s*]+(\/\*)?$/;
const URL_PATTERN = /^url:https?:\/\/[^/\s@?#]+\//;

/** What is wrong with an entry of `trustedLocations`; undefined when it can be used. */
export function trustedLocationProblem(pattern: string): string | undefined {
  if (!PATTERN.test(pattern)) {
    return 'must be a location such as "url:https://git.example.org/platform/org/blob/main/groups.yaml", or end in "/*"';
  }
  // A pattern without a whole host would match the hosts of strangers too.
  return pattern.startsWith('url:') && !URL_PATTERN.test(pattern)
    ? 'must name a host and a path'
    : undefined;
}

/**
 * Whether a location, as in `backstage.io/managed-by-origin-location`, is one that an operator trusts. `/*` at the end
 * of a pattern stands for any path below, and for nothing that would lead out of it: dot segments, escaped separators,
 * and queries or fragments, which choose other branches on some hosts.
 */
export function isTrustedLocation(
  location: string,
  patterns: string[],
): boolean {
  return patterns.some(pattern => {
    if (!pattern.endsWith('/*')) {
      return location === pattern;
    }
    const folder = pattern.slice(0, -1);
    return (
      location.startsWith(folder) && staysBelow(location.slice(folder.length))
    );
  });
}

function staysBelow(path: string): boolean {
  const leadsOut = /[\s?#&\\]|%(25|2e|2f|5c|0)/i.test(path);
  return (
    !leadsOut && path.split('/').every(part => !['', '.', '..'].includes(part))
  );
}
