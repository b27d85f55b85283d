import { ConfiguredRoute } from '../configuration/GatewayConfiguration';
import { mostSpecificHostname } from '../configuration/hostnames';
import { HeaderMatch, RouteMatch } from '../resources/HttpRoute';
import { GatewayRequest, headerValue } from './GatewayRequest';

/** Whether the whole of `value` matches, as in Envoy's safe_regex. */
export function matchesWhole(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

/** Whether a path lies under a prefix, whole segments only. */
export function hasPathPrefix(path: string, prefix: string): boolean {
  const base = prefix.replace(/\/$/, '');
  return path === base || path.startsWith(`${base}/`);
}

function matchesPath({ path: { type, value } }: RouteMatch, path: string) {
  switch (type) {
    case 'Exact':
      return path === value;
    case 'PathPrefix':
      return hasPathPrefix(path, value);
    default:
      return matchesWhole(value, path);
  }
}

function matchesHeader(match: HeaderMatch, request: GatewayRequest): boolean {
  const value = headerValue(request, match.name);
  if (value === undefined) {
    return false;
  }
  return match.type === 'Exact'
    ? value === match.value
    : matchesWhole(match.value, value);
}

/** The route of a request: the virtual host of its hostname, then the first route that matches. */
export function selectRoute(
  routes: readonly ConfiguredRoute[],
  request: GatewayRequest,
): ConfiguredRoute | undefined {
  const hostname = mostSpecificHostname(
    new Set(routes.map(route => route.hostname)),
    request.host,
  );
  return routes.find(
    ({ hostname: own, match }) =>
      own === hostname &&
      (match.method ?? request.method) === request.method &&
      matchesPath(match, request.path) &&
      match.headers.every(header => matchesHeader(header, request)),
  );
}
