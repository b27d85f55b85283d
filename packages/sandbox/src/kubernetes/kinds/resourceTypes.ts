import { ResourceType } from '../ObjectStore';

/** A kind with what only the API server needs to know of it. */
export interface ServedType extends ResourceType {
  readonly singular: string;
  /** Compiled into the real API server; the others come from CRDs and differ in details. */
  readonly builtIn: boolean;
  /** Counts changes of its spec in `metadata.generation`. */
  readonly hasGeneration: boolean;
}

type Trait = 'cluster' | 'status';

function served(
  group: string,
  version: string,
  kind: string,
  plural: string,
  shortNames: readonly string[],
  ...traits: Trait[]
): ServedType {
  const builtIn = !/\.(envoyproxy|kserve|networking\.k8s)\.io$/.test(group);
  return {
    group,
    version,
    kind,
    plural,
    singular: kind.toLowerCase(),
    shortNames,
    namespaced: !traits.includes('cluster'),
    hasStatus: traits.includes('status'),
    builtIn,
    hasGeneration: group !== '',
  };
}

const GATEWAY_API = 'gateway.networking.k8s.io';
const ENVOY_GATEWAY = 'gateway.envoyproxy.io';
const AI_GATEWAY = 'aigateway.envoyproxy.io';
const KSERVE = 'serving.kserve.io';

/** What the portal, the gateway, the models and @backstage/plugin-kubernetes ask for. A new kind is one row. */
export const servedTypes: readonly ServedType[] = [
  served('', 'v1', 'Namespace', 'namespaces', ['ns'], 'cluster', 'status'),
  served('', 'v1', 'Secret', 'secrets', []),
  served('', 'v1', 'ConfigMap', 'configmaps', ['cm']),
  served('', 'v1', 'Service', 'services', ['svc'], 'status'),
  served('', 'v1', 'ServiceAccount', 'serviceaccounts', ['sa']),
  served('', 'v1', 'Pod', 'pods', ['po'], 'status'),
  served('', 'v1', 'Event', 'events', ['ev']),
  served('', 'v1', 'LimitRange', 'limitranges', ['limits']),
  served('', 'v1', 'ResourceQuota', 'resourcequotas', ['quota'], 'status'),
  served('apps', 'v1', 'Deployment', 'deployments', ['deploy'], 'status'),
  served('apps', 'v1', 'ReplicaSet', 'replicasets', ['rs'], 'status'),
  served('apps', 'v1', 'StatefulSet', 'statefulsets', ['sts'], 'status'),
  served('apps', 'v1', 'DaemonSet', 'daemonsets', ['ds'], 'status'),
  served(
    'autoscaling',
    'v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    ['hpa'],
    'status',
  ),
  served('batch', 'v1', 'Job', 'jobs', [], 'status'),
  served('batch', 'v1', 'CronJob', 'cronjobs', ['cj'], 'status'),
  served('networking.k8s.io', 'v1', 'Ingress', 'ingresses', ['ing'], 'status'),
  served(
    GATEWAY_API,
    'v1',
    'GatewayClass',
    'gatewayclasses',
    ['gc'],
    'cluster',
    'status',
  ),
  served(GATEWAY_API, 'v1', 'Gateway', 'gateways', ['gtw'], 'status'),
  served(GATEWAY_API, 'v1', 'HTTPRoute', 'httproutes', [], 'status'),
  served(ENVOY_GATEWAY, 'v1alpha1', 'Backend', 'backends', ['be'], 'status'),
  served(
    ENVOY_GATEWAY,
    'v1alpha1',
    'SecurityPolicy',
    'securitypolicies',
    ['sp'],
    'status',
  ),
  served(
    ENVOY_GATEWAY,
    'v1alpha1',
    'BackendTrafficPolicy',
    'backendtrafficpolicies',
    ['btp'],
    'status',
  ),
  served(
    ENVOY_GATEWAY,
    'v1alpha1',
    'ClientTrafficPolicy',
    'clienttrafficpolicies',
    ['ctp'],
    'status',
  ),
  served(ENVOY_GATEWAY, 'v1alpha1', 'HTTPRouteFilter', 'httproutefilters', [
    'hrf',
  ]),
  served(
    AI_GATEWAY,
    'v1beta1',
    'AIGatewayRoute',
    'aigatewayroutes',
    [],
    'status',
  ),
  served(
    AI_GATEWAY,
    'v1beta1',
    'AIServiceBackend',
    'aiservicebackends',
    [],
    'status',
  ),
  served(
    KSERVE,
    'v1beta1',
    'InferenceService',
    'inferenceservices',
    ['isvc'],
    'status',
  ),
  served(
    KSERVE,
    'v1alpha2',
    'LLMInferenceService',
    'llminferenceservices',
    ['llmisvc'],
    'status',
  ),
  served(KSERVE, 'v1alpha1', 'ServingRuntime', 'servingruntimes', []),
  served(
    KSERVE,
    'v1alpha1',
    'ClusterServingRuntime',
    'clusterservingruntimes',
    [],
    'cluster',
  ),
];

/** `v1` or `<group>/<version>`. */
export function apiVersionOf({
  group,
  version,
}: {
  group: string;
  version: string;
}): string {
  return group ? `${group}/${version}` : version;
}

/** `<plural>` or `<plural>.<group>`, as messages of the API server name a kind. */
export function qualifiedPlural({
  group,
  plural,
}: {
  group: string;
  plural: string;
}): string {
  return group ? `${plural}.${group}` : plural;
}

/** `<Kind>` or `<Kind>.<group>`, as messages about invalid objects name a kind. */
export function qualifiedKind({
  group,
  kind,
}: {
  group: string;
  kind: string;
}): string {
  return group ? `${kind}.${group}` : kind;
}

const byPlural = new Map(
  servedTypes.map(type => [qualifiedPlural(type), type]),
);
const byKind = new Map(
  servedTypes.map(type => [`${apiVersionOf(type)} ${type.kind}`, type]),
);

/** Undefined when the kind is not served. */
export function typeOfPlural(
  plural: string,
  group: string,
): ServedType | undefined {
  return byPlural.get(qualifiedPlural({ group, plural }));
}

/** Undefined when the kind is not served. */
export function typeOfKind(
  apiVersion: string,
  kind: string,
): ServedType | undefined {
  return byKind.get(`${apiVersion} ${kind}`);
}
