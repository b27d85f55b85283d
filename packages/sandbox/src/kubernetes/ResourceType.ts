/** A kind that is served. A new kind is one row of the table below. */
export interface ResourceType {
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Has a status subresource: spec changes raise the generation, and spec writes leave the status alone. */
  hasStatus: boolean;
  /** Fields whose lists are maps by these keys (x-kubernetes-list-type: map in the CRD); other lists are atomic. */
  keyedLists: Record<string, string[]>;
}

const NO_LISTS = {};

function rows(
  group: string,
  version: string,
  kinds: Array<
    [
      kind: string,
      plural: string,
      hasStatus: boolean,
      keyedLists?: Record<string, string[]>,
    ]
  >,
): ResourceType[] {
  return kinds.map(([kind, plural, hasStatus, keyedLists = NO_LISTS]) => ({
    group,
    version,
    kind,
    plural,
    namespaced:
      kind !== 'Namespace' &&
      kind !== 'GatewayClass' &&
      kind !== 'ClusterServingRuntime',
    hasStatus,
    keyedLists,
  }));
}

/** What the portal, its models and the Kubernetes plugin ask for. */
export const RESOURCE_TYPES: ResourceType[] = [
  ...rows('', 'v1', [
    ['Namespace', 'namespaces', false],
    ['Secret', 'secrets', false],
    ['ConfigMap', 'configmaps', false],
    ['Service', 'services', false, { 'spec.ports': ['port', 'protocol'] }],
    ['ServiceAccount', 'serviceaccounts', false],
    ['Pod', 'pods', true],
    ['Event', 'events', false],
    ['LimitRange', 'limitranges', false],
    ['ResourceQuota', 'resourcequotas', true],
  ]),
  ...rows('apps', 'v1', [
    ['Deployment', 'deployments', true],
    ['ReplicaSet', 'replicasets', true],
    ['StatefulSet', 'statefulsets', true],
    ['DaemonSet', 'daemonsets', true],
  ]),
  ...rows('autoscaling', 'v2', [
    ['HorizontalPodAutoscaler', 'horizontalpodautoscalers', true],
  ]),
  ...rows('batch', 'v1', [
    ['Job', 'jobs', true],
    ['CronJob', 'cronjobs', true],
  ]),
  ...rows('networking.k8s.io', 'v1', [['Ingress', 'ingresses', true]]),
  ...rows('gateway.networking.k8s.io', 'v1', [
    ['GatewayClass', 'gatewayclasses', true],
    ['Gateway', 'gateways', true, { 'spec.listeners': ['name'] }],
    ['HTTPRoute', 'httproutes', true],
  ]),
  ...rows('gateway.envoyproxy.io', 'v1alpha1', [
    ['Backend', 'backends', true],
    ['SecurityPolicy', 'securitypolicies', true],
    ['BackendTrafficPolicy', 'backendtrafficpolicies', true],
    ['ClientTrafficPolicy', 'clienttrafficpolicies', true],
    ['HTTPRouteFilter', 'httproutefilters', true],
  ]),
  ...rows('serving.kserve.io', 'v1beta1', [
    ['InferenceService', 'inferenceservices', true],
  ]),
  ...rows('serving.kserve.io', 'v1alpha1', [
    ['ServingRuntime', 'servingruntimes', true],
    ['ClusterServingRuntime', 'clusterservingruntimes', true],
  ]),
];

/** `v1` or `<group>/<version>`. */
export function apiVersionOf({
  group,
  version,
}: Pick<ResourceType, 'group' | 'version'>): string {
  return group ? `${group}/${version}` : version;
}
