import { clusterNameOf } from '../../metrics/ClusterMetrics';
import { ClusterObjects } from '../ClusterObjects';
import { HttpRoute, RouteRule } from '../resources/HttpRoute';
import { HttpRouteFilter } from '../resources/HttpRouteFilter';
import { keyOf } from '../resources/metadata';
import {
  DirectResponse,
  invalidRoute,
  RouteDraft,
  UpstreamAddress,
} from './GatewayConfiguration';

/** On HTTPRoutes that the AI Gateway has made of its own routes. */
const generatedAnnotation = 'gateway.envoyproxy.io/ai-gateway-generated';

/** A draft that is not yet on a listener. */
type PlacelessDraft = Omit<
  RouteDraft,
  'listener' | 'connectionManager' | 'hostname'
>;

/** What a rule refers to, and one sentence for each reference that leads nowhere. */
export interface ResolvedRule {
  readonly upstreams: readonly UpstreamAddress[];
  readonly extensions: readonly HttpRouteFilter[];
  readonly problems: readonly string[];
}

function resolveRule(
  route: HttpRoute,
  rule: RouteRule,
  index: number,
  { backends, routeFilters }: ClusterObjects,
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
  const extensions = rule.filters.flatMap(filter =>
    filter.type === 'ExtensionRef'
      ? routeFilters.get(
          `${route.metadata.namespace}/${filter.extensionRef.name}`,
        ) ?? []
      : [],
  );
  return { upstreams, extensions, problems };
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

/** A rule with a filter that is not there answers 500, as one without a backend does. */
function directResponseOf(
  rule: RouteRule,
  { upstreams, extensions }: ResolvedRule,
): DirectResponse | undefined {
  const wanted = rule.filters.filter(({ type }) => type === 'ExtensionRef');
  if (wanted.length > extensions.length) {
    return invalidRoute;
  }
  const own = extensions.find(({ spec }) => spec.directResponse)?.spec
    .directResponse;
  if (own) {
    const { statusCode, contentType, body } = own;
    return { status: statusCode, contentType, body: body?.inline ?? '' };
  }
  return upstreams.length === 0 ? invalidRoute : undefined;
}

function draftsOfRule(
  route: HttpRoute,
  rule: RouteRule,
  index: number,
  resolved: ResolvedRule,
): PlacelessDraft[] {
  const { upstreams, extensions } = resolved;
  const matches = rule.matches.length
    ? rule.matches
    : [{ path: { type: 'PathPrefix' as const, value: '/' }, headers: [] }];
  const rewrite = rule.filters.find(filter => filter.type === 'URLRewrite');
  const usesHostOfBackend = extensions.some(
    ({ spec }) => spec.urlRewrite?.hostname?.type === 'Backend',
  );
  const timeout = rule.timeouts?.request;
  return matches.map((match, matchIndex) => ({
    name: `httproute/${keyOf(route)}/rule/${index}/match/${matchIndex}`,
    routeKey: keyOf(route),
    cluster: clusterNameOf({
      namespace: route.metadata.namespace,
      name: route.metadata.name,
      rule: index,
    }),
    ruleIndex: index,
    ruleName: rule.name,
    hasAiProcessor: route.metadata.annotations[generatedAnnotation] === 'true',
    match,
    hostnameRewrite: usesHostOfBackend
      ? upstreams[0]?.hostname
      : rewrite?.urlRewrite.hostname,
    pathRewrite: rewrite?.urlRewrite.path,
    headerModifiers: rule.filters.flatMap(filter =>
      filter.type === 'RequestHeaderModifier'
        ? [filter.requestHeaderModifier]
        : [],
    ),
    timeoutMs: timeout === undefined ? undefined : milliseconds(timeout),
    upstreams,
    directResponse: directResponseOf(rule, resolved),
  }));
}

/** Looks up the backends and filters of all rules of a route. */
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
): PlacelessDraft[] {
  return route.spec.rules.flatMap((rule, index) => {
    const resolved = rules[index];
    return resolved ? draftsOfRule(route, rule, index, resolved) : [];
  });
}
