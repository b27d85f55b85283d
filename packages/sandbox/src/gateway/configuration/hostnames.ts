function isWithin(hostname: string, wildcard: string): boolean {
  return (
    wildcard.startsWith('*.') &&
    hostname !== wildcard &&
    hostname.endsWith(wildcard.slice(1))
  );
}

function intersection(route: string, listener: string): string | undefined {
  if (route === listener || isWithin(route, listener)) {
    return route;
  }
  return isWithin(listener, route) ? listener : undefined;
}

/** The hostnames under which a route answers on a listener; `*` for every one, none when they do not meet. */
export function hostnamesOnListener(
  routeHostnames: readonly string[],
  listenerHostname?: string,
): readonly string[] {
  if (routeHostnames.length === 0) {
    return [listenerHostname ?? '*'];
  }
  return routeHostnames.flatMap(hostname => {
    const shared = listenerHostname
      ? intersection(hostname, listenerHostname)
      : hostname;
    return shared ? [shared] : [];
  });
}

/**
 * The best of `candidates` for a request's host, as Envoy chooses a virtual host: the exact name, else the longest
 * wildcard suffix, else `*`. A route of a less specific virtual host is never tried after it.
 */
export function mostSpecificHostname(
  candidates: Iterable<string>,
  host: string,
): string | undefined {
  const matching = [...candidates].filter(
    candidate =>
      candidate === '*' || candidate === host || isWithin(host, candidate),
  );
  const rank = (candidate: string) =>
    candidate === host ? Infinity : candidate.length;
  return matching.sort((a, b) => rank(b) - rank(a))[0];
}
