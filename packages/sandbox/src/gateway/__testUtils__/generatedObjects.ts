import { chatModel } from './aiObjects';
import { ParityNames } from './ParityCase';
import { Fields } from './parityObjects';

const owner = (name: string): Fields => ({
  ownerReferences: [
    {
      apiVersion: 'aigateway.envoyproxy.io/v1beta1',
      kind: 'AIGatewayRoute',
      name,
      controller: true,
      blockOwnerDeletion: true,
    },
  ],
});

const filter = (name: string) => ({
  type: 'ExtensionRef',
  extensionRef: {
    group: 'gateway.envoyproxy.io',
    kind: 'HTTPRouteFilter',
    name,
  },
});

export const filterKind = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'HTTPRouteFilter',
};
export const httpRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
};

/** The filter that gives requests the host of their backend. */
export const rewriteFilter = ({ prefix }: ParityNames) => ({
  ...filterKind,
  name: `ai-eg-host-rewrite-${prefix}`,
  fields: {
    metadata: owner(prefix),
    spec: { urlRewrite: { hostname: { type: 'Backend' } } },
  },
});

/** The filter that answers for models that are not there. */
export const notFoundFilter = ({ prefix }: ParityNames) => ({
  ...filterKind,
  name: `ai-eg-route-not-found-response-${prefix}`,
  fields: {
    metadata: owner(prefix),
    spec: { directResponse: { statusCode: 404 } },
  },
});

/** The HTTPRoute that the AI Gateway makes of a labelled route. */
export function generated(
  { prefix, host, gateway }: ParityNames,
  owners = owner(prefix),
) {
  const everyPath = { type: 'PathPrefix', value: '/' };
  return {
    ...httpRoute,
    name: prefix,
    fields: {
      metadata: {
        labels: { team: 'a' },
        annotations: {
          note: 'kept',
          'gateway.envoyproxy.io/ai-gateway-generated': 'true',
          'gateway.envoyproxy.io/backend-ref-priority': `0:${prefix}:0`,
        },
        ...owners,
      },
      spec: {
        hostnames: [host],
        parentRefs: [{ name: gateway }],
        rules: [
          {
            matches: [
              {
                path: everyPath,
                headers: [
                  {
                    type: 'Exact',
                    name: 'x-ai-eg-model',
                    value: chatModel.publicName,
                  },
                ],
              },
            ],
            filters: [filter(`ai-eg-host-rewrite-${prefix}`)],
            timeouts: { request: '60s' },
            backendRefs: [
              {
                group: 'gateway.envoyproxy.io',
                kind: 'Backend',
                name: prefix,
                weight: 1,
              },
            ],
          },
          {
            name: 'route-not-found',
            matches: [{ path: everyPath }],
            filters: [filter(`ai-eg-route-not-found-response-${prefix}`)],
          },
        ],
      },
    },
  };
}
