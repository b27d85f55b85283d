import { ClusterObjects } from '../ClusterObjects';
import { HttpRoute, RouteRule } from '../resources/HttpRoute';
import { keyOf } from '../resources/metadata';
import { RouteDraft, UpstreamAddress } from './GatewayConfiguration';

/** A rule's backends, and one sentence for each that does not exist. */
export interface ResolvedRule {
  readonly upstreams: readonly UpstreamAddress[];
  readonly problems: readonly string[];
}

function resolveRule(
  route: HttpRoute,
  rule: RouteRule,
  index: number,
  { backends }: ClusterObjects,
): ResolvedRule {
  const problems: string[] = [];
  const upstreams = rule.backendRefs.flatMap((reference, refIndex) => {
    const key = `${reference.namespace ?? route.metadata.namespace}/${
      reference.name
    }`;
    const backend =
      reference.kind === 'Backend' ? backends.get(key) : undefined;
    if (!backend) {
      problems.push(
        `Failed to process route rule ${index} backendRef ${refIndex}: ${reference.kind} ${key} not found.`,
      );
    }
    const endpoints =
      backend && reference.weight > 0 ? backend.spec.endpoints : [];
    return endpoints.flatMap(({ fqdn }) => (fqdn ? [fqdn] : []));
  });
  return { upstreams, problems };
}

/** Gateway API durations: hours, minutes, seconds and milliseconds in this order. */
function milliseconds(duration: string): number {
  const factors: Record<string, number> = {
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
  };
  return [...duration.matchAll(/(\d+)(h|ms|m|s)/g)].reduce(
    (total, [, amount, unit]) =>
      total + Number(amount) * (factors[unit ?? ''] ?? 0),
    0,
  );
}

function draftsOfRule(
  route: HttpRoute,
  rule: RouteRule,
  index: number,
  { upstreams }: ResolvedRule,
): Omit<RouteDraft, 'listener' | 'hostname'>[] {
  const matches = rule.matches.length
    ? rule.matches
    : [{ path: { type: 'PathPrefix' as const, value: '/' }, headers: [] }];
  const rewrite = rule.filters.find(filter => filter.type === 'URLRewrite');
  const timeout = rule.timeouts?.request;
  return matches.map((match, matchIndex) => ({
    name: `httproute/${keyOf(route)}/rule/${index}/match/${matchIndex}`,
    routeKey: keyOf(route),
    ruleName: rule.name,
    match,
    hostnameRewrite: rewrite?.urlRewrite.hostname,
    pathRewrite: rewrite?.urlRewrite.path,
    headerModifiers: rule.filters.flatMap(filter =>
      filter.type === 'RequestHeaderModifier'
        ? [filter.requestHeaderModifier]
        : [],
    ),
    timeoutMs: timeout === undefined ? undefined : milliseconds(timeout),
    upstreams,
    directResponse: upstreams.length === 0 ? 500 : undefined,
  }));
}

/** Looks up the backends of all rules of a route. */
export function resolveRules(
  route: HttpRoute,
  objects: ClusterObjects,
): ResolvedRule[] {
  return route.spec.rules.map((rule, index) =>
    resolveRule(route, rule, index, objects),
  );
}

/** One draft per match of each rule; a rule without a backend answers 500. */
export function draftsOfRoute(
  route: HttpRoute,
  rules: readonly ResolvedRule[],
): Omit<RouteDraft, 'listener' | 'hostname'>[] {
  return route.spec.rules.flatMap((rule, index) => {
    const resolved = rules[index];
    return resolved ? draftsOfRule(route, rule, index, resolved) : [];
  });
}
