import { controllerName } from '../status/Condition';
import { ObjectStatus } from '../status/PolicyStatus';
import { AttachedRoute } from './attachRoutes';
import { RouteDraft } from './GatewayConfiguration';

/** What a route matches on one listener; equal keys match the same requests. */
function overlapKey({ listener, hostname, match }: RouteDraft): string {
  const headers = match.headers
    .map(({ type, name, value }) => `${name.toLowerCase()} ${type} ${value}`)
    .sort();
  return JSON.stringify([
    listener,
    hostname,
    match.path,
    match.method,
    headers,
  ]);
}

function overlappingRoutes(
  drafts: readonly RouteDraft[],
): Map<string, Set<string>> {
  const buckets = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const key = overlapKey(draft);
    const bucket = buckets.get(key) ?? new Set<string>();
    buckets.set(key, bucket.add(draft.routeKey));
  }
  const overlaps = new Map<string, Set<string>>();
  for (const keys of buckets.values()) {
    for (const key of keys.size > 1 ? keys : []) {
      const others = overlaps.get(key) ?? new Set<string>();
      keys.forEach(other => other !== key && others.add(other));
      overlaps.set(key, others);
    }
  }
  return overlaps;
}

/** The statuses of all attached routes, one entry per parent that is ours. */
export function routeStatuses(
  routes: readonly AttachedRoute[],
  drafts: readonly RouteDraft[],
): ObjectStatus[] {
  const overlaps = overlappingRoutes(drafts);
  return routes.map(({ route, parents }) => {
    const { namespace, name, generation } = route.metadata;
    const others = overlaps.get(`${namespace}/${name}`);
    const overlap = others && {
      type: 'RouteRulesOverlap',
      status: 'True',
      reason: 'RouteRulesOverlap',
      message: `Overlapping match conditions with route(s): ${[...others]
        .map(other => `HTTPRoute ${other}`)
        .sort()
        .join(', ')}`,
      observedGeneration: generation,
    };
    return {
      kind: 'HTTPRoute',
      namespace,
      name,
      status: {
        parents: parents.map(({ reference, conditions, listeners }) => ({
          parentRef: {
            group: reference.group,
            kind: reference.kind,
            name: reference.name,
            ...(reference.namespace ? { namespace: reference.namespace } : {}),
            ...(reference.sectionName
              ? { sectionName: reference.sectionName }
              : {}),
            ...(reference.port ? { port: reference.port } : {}),
          },
          controllerName,
          conditions:
            overlap && listeners.length ? [...conditions, overlap] : conditions,
        })),
      },
    };
  });
}
