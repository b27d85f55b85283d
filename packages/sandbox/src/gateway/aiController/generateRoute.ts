import { NewObject, OwnerReference } from '../../kubernetes/ObjectStore';
import { AiGatewayRoute, AiRouteRule } from '../resources/AiGatewayRoute';
import { AiObjects } from './readAiObjects';

/** Four times Envoy Gateway's. */
const defaultTimeouts = { request: '60s' };

const everyPath = { type: 'PathPrefix', value: '/' };

/** Verbatim, because clients see it. */
const notFoundText =
  'No matching route found. It is likely because the model specified in your request is not configured in the Gateway.';

function ownerOf({ metadata: { name, uid } }: AiGatewayRoute): OwnerReference {
  return {
    apiVersion: 'aigateway.envoyproxy.io/v1beta1',
    kind: 'AIGatewayRoute',
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

function filterReference(name: string) {
  return {
    type: 'ExtensionRef',
    extensionRef: {
      group: 'gateway.envoyproxy.io',
      kind: 'HTTPRouteFilter',
      name,
    },
  };
}

function filterOf(
  route: AiGatewayRoute,
  name: string,
  spec: object,
): NewObject {
  return {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'HTTPRouteFilter',
    metadata: {
      name,
      namespace: route.metadata.namespace,
      ownerReferences: [ownerOf(route)],
    },
    spec,
  };
}

function ruleOf(
  { metadata: { namespace } }: AiGatewayRoute,
  rule: AiRouteRule,
  rewriteName: string,
  { backends }: AiObjects,
) {
  return {
    backendRefs: rule.backendRefs.map(({ name, weight }) => ({
      group: 'gateway.envoyproxy.io',
      kind: 'Backend',
      name: backends.get(`${namespace}/${name}`)?.spec.backendRef.name ?? name,
      weight,
    })),
    filters: [filterReference(rewriteName)],
    matches: rule.matches.map(({ headers }) => ({ headers, path: everyPath })),
    timeouts: { ...defaultTimeouts, ...rule.timeouts },
  };
}

/**
 * The HTTPRoute that the AI Gateway makes of a route of its own, and the filters of that (AI Gateway 1.0). Labels and
 * annotations are handed on; the last rule answers for models that are not there.
 */
export function generateRoute(
  route: AiGatewayRoute,
  objects: AiObjects,
): NewObject[] {
  const { name, namespace, labels, annotations } = route.metadata;
  const { hostnames, parentRefs, rules } = route.spec;
  const rewriteName = `ai-eg-host-rewrite-${name}`;
  const notFoundName = `ai-eg-route-not-found-response-${name}`;
  const priorities = rules.flatMap(({ backendRefs }, index) =>
    backendRefs.map(backend => `${index}:${backend.name}:0`),
  );
  return [
    filterOf(route, rewriteName, {
      urlRewrite: { hostname: { type: 'Backend' } },
    }),
    filterOf(route, notFoundName, {
      directResponse: {
        statusCode: 404,
        body: { type: 'Inline', inline: notFoundText },
      },
    }),
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        name,
        namespace,
        labels,
        annotations: {
          ...annotations,
          'gateway.envoyproxy.io/ai-gateway-generated': 'true',
          'gateway.envoyproxy.io/backend-ref-priority': priorities.join(','),
        },
        ownerReferences: [ownerOf(route)],
      },
      spec: {
        ...(hostnames.length > 0 && { hostnames }),
        parentRefs,
        rules: [
          ...rules.map(rule => ruleOf(route, rule, rewriteName, objects)),
          {
            name: 'route-not-found',
            filters: [filterReference(notFoundName)],
            matches: [{ path: everyPath }],
          },
        ],
      },
    },
  ];
}
