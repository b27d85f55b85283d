import { isFields } from '../fields/Fields';

type Default = readonly [path: string, value: unknown];

const prefixMatch = { type: 'PathPrefix', value: '/' };

function waitingFor(...types: string[]) {
  return {
    conditions: types.map(type => ({
      type,
      status: 'Unknown',
      reason: 'Pending',
      message: 'Waiting for controller',
      lastTransitionTime: '1970-01-01T00:00:00Z',
    })),
  };
}

const selectorDefaults: readonly Default[] = [
  ['headers[].type', 'Exact'],
  ['headers[].invert', false],
  ['methods[].invert', false],
  ['path.type', 'PathPrefix'],
  ['path.value', '/'],
  ['path.invert', false],
  ['queryParams[].type', 'Exact'],
  ['queryParams[].invert', false],
  ['sourceCIDR.type', 'Exact'],
  ['sourceCIDR.invert', false],
].map(([path, value]) => [String(path), value]);

function selectorsOf(scope: 'global' | 'local'): Default[] {
  return selectorDefaults.map(([path, value]) => [
    `spec.rateLimit.${scope}.rules[].clientSelectors[].${path}`,
    value,
  ]);
}

/** Defaults that the API server fills in (Gateway API 1.6, Envoy Gateway 1.9, AI Gateway 1.0, core v1), outer fields first. */
const defaults: Readonly<Record<string, readonly Default[]>> = {
  Secret: [['type', 'Opaque']],
  Service: [
    ['spec.type', 'ClusterIP'],
    ['spec.sessionAffinity', 'None'],
    ['spec.internalTrafficPolicy', 'Cluster'],
    ['spec.ports[].protocol', 'TCP'],
  ],
  GatewayClass: [['status', waitingFor('Accepted')]],
  Gateway: [
    ['spec.listeners[].allowedRoutes', {}],
    ['spec.listeners[].allowedRoutes.namespaces', {}],
    ['spec.listeners[].allowedRoutes.namespaces.from', 'Same'],
    ['spec.listeners[].tls.mode', 'Terminate'],
    ['spec.listeners[].tls.certificateRefs[].group', ''],
    ['spec.listeners[].tls.certificateRefs[].kind', 'Secret'],
    ['status', waitingFor('Accepted', 'Programmed')],
  ],
  HTTPRoute: [
    ['spec.parentRefs[].group', 'gateway.networking.k8s.io'],
    ['spec.parentRefs[].kind', 'Gateway'],
    ['spec.rules', [{}]],
    ['spec.rules[].matches', [{}]],
    ['spec.rules[].matches[].path', prefixMatch],
    ['spec.rules[].matches[].path.type', prefixMatch.type],
    ['spec.rules[].matches[].path.value', prefixMatch.value],
    ['spec.rules[].matches[].headers[].type', 'Exact'],
    ['spec.rules[].matches[].queryParams[].type', 'Exact'],
    ['spec.rules[].filters[].requestRedirect.statusCode', 302],
    ['spec.rules[].backendRefs[].group', ''],
    ['spec.rules[].backendRefs[].kind', 'Service'],
    ['spec.rules[].backendRefs[].weight', 1],
    ['status.parents[].parentRef.group', 'gateway.networking.k8s.io'],
    ['status.parents[].parentRef.kind', 'Gateway'],
  ],
  Backend: [['spec.type', 'Endpoints']],
  SecurityPolicy: [
    ['spec.apiKeyAuth.credentialRefs[].group', ''],
    ['spec.apiKeyAuth.credentialRefs[].kind', 'Secret'],
    ['status.ancestors[].ancestorRef.group', 'gateway.networking.k8s.io'],
    ['status.ancestors[].ancestorRef.kind', 'Gateway'],
  ],
  BackendTrafficPolicy: [
    ...selectorsOf('global'),
    ...selectorsOf('local'),
    ['status.ancestors[].ancestorRef.group', 'gateway.networking.k8s.io'],
    ['status.ancestors[].ancestorRef.kind', 'Gateway'],
  ],
  ClientTrafficPolicy: [
    ['spec.connection.maxAcceptPerSocketEvent', 1],
    ['status.ancestors[].ancestorRef.group', 'gateway.networking.k8s.io'],
    ['status.ancestors[].ancestorRef.kind', 'Gateway'],
  ],
  AIGatewayRoute: [
    ['spec.parentRefs[].group', 'gateway.networking.k8s.io'],
    ['spec.parentRefs[].kind', 'Gateway'],
    ['spec.rules[].matches[].headers[].type', 'Exact'],
    ['spec.rules[].backendRefs[].priority', 0],
    ['spec.rules[].backendRefs[].weight', 1],
    ['spec.rules[].modelsOwnedBy', 'Envoy AI Gateway'],
  ],
  AIServiceBackend: [
    ['spec.backendRef.group', ''],
    ['spec.backendRef.kind', 'Service'],
  ],
  HTTPRouteFilter: [['spec.directResponse.body.type', 'Inline']],
};

/** The object with the defaults of its kind; never changes its argument. */
export function withSchemaDefaults<T extends object>(
  kind: string,
  object: T,
): T {
  const completed = structuredClone(object);
  for (const [path, value] of defaults[kind] ?? []) {
    fillIn(completed, path.split('.'), value);
  }
  return completed;
}

function fillIn(
  parent: unknown,
  [step = '', ...rest]: string[],
  value: unknown,
): void {
  if (!isFields(parent)) {
    return;
  }
  const name = step.replace('[]', '');
  if (rest.length === 0) {
    parent[name] ??= structuredClone(value);
    return;
  }
  const child = parent[name];
  const children =
    step.endsWith('[]') && Array.isArray(child) ? child : [child];
  children.forEach(each => fillIn(each, rest, value));
}
