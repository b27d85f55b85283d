/**
 * How lists and maps of a field are merged by server-side apply. A list of names: a list that is a map by these keys.
 * `set`: a list of distinct scalars. `atomic`: one value. Unnamed lists are atomic, unnamed maps are merged.
 */
export type MergeRule = 'set' | 'atomic' | readonly string[];

/** Rules by path; `[]` stands for the elements of a list. */
export type MergeRules = Readonly<Record<string, MergeRule>>;

/** `ObjectMeta` of Kubernetes 1.36. */
const everyKind: MergeRules = {
  'metadata.finalizers': 'set',
  'metadata.ownerReferences': ['uid'],
  'metadata.ownerReferences[]': 'atomic',
};

/** `x-kubernetes-list-type` and `x-kubernetes-map-type` in Gateway API 1.6, Envoy Gateway 1.9 and AI Gateway 1.0; core kinds by hand. */
const byKind: Readonly<Record<string, MergeRules>> = {
  Service: {
    'spec.ports': ['port', 'protocol'],
    'spec.selector': 'atomic',
    'status.conditions': ['type'],
  },
  Namespace: { 'status.conditions': ['type'] },
  GatewayClass: {
    'status.conditions': ['type'],
    'status.supportedFeatures': ['name'],
  },
  Gateway: {
    'spec.listeners': ['name'],
    'spec.listeners[].allowedRoutes.namespaces.selector': 'atomic',
    'spec.allowedListeners.namespaces.selector': 'atomic',
    'spec.tls.frontend.perPort': ['port'],
    'status.conditions': ['type'],
    'status.listeners': ['name'],
    'status.listeners[].conditions': ['type'],
  },
  ClientTrafficPolicy: {
    ...headerChanges('spec.headers.earlyRequestHeaders'),
    ...headerChanges('spec.headers.lateResponseHeaders'),
  },
  HTTPRouteFilter: headerChanges('spec.directResponse.header'),
  AIGatewayRoute: {
    'spec.rules[].matches[].headers': ['name'],
    ...mutations('spec.rules[].backendRefs[]'),
  },
  AIServiceBackend: mutations('spec'),
  SecurityPolicy: { 'spec.extAuth.contextExtensions': ['name'] },
  BackendTrafficPolicy: {
    'spec.healthCheck.active.healthCheckLog.matches': 'set',
    'spec.loadBalancer.zoneAware.weightedZones': ['zone'],
  },
};

function headerChanges(path: string): MergeRules {
  return {
    [`${path}.add`]: ['name'],
    [`${path}.addIfAbsent`]: ['name'],
    [`${path}.remove`]: 'set',
    [`${path}.set`]: ['name'],
  };
}

function mutations(path: string): MergeRules {
  return {
    [`${path}.headerMutation.set`]: ['name'],
    [`${path}.headerMutation.remove`]: 'set',
    [`${path}.bodyMutation.set`]: ['path'],
    [`${path}.bodyMutation.remove`]: 'set',
  };
}

/** Keys that a client may leave out of an element of a list. */
export const defaultKeys: Readonly<Record<string, string>> = {
  protocol: 'TCP',
};

export function mergeRulesOf(kind: string): MergeRules {
  return { ...everyKind, ...byKind[kind] };
}
