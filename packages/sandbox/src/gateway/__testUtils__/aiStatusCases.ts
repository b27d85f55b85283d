import { aiRoute, aiServiceBackend, chatModel } from './aiObjects';
import { ParityCase, ParityNames } from './ParityCase';
import { backend, Fields, route, ruleTo } from './parityObjects';

const reconciled = 'True ReconciliationSucceeded';
const routeAccepted = {
  Accepted: `${reconciled} AI Gateway Route reconciled successfully`,
};
const backendAccepted = {
  Accepted: `${reconciled} AIServiceBackend reconciled successfully`,
};
const attached = {
  Accepted: 'True Accepted',
  ResolvedRefs: 'True ResolvedRefs',
};

/** The route with a label and an annotation, which the generated one inherits. */
function labelled(names: ParityNames) {
  const { metadata, ...rest } = aiRoute(names, chatModel);
  const inherited = { labels: { team: 'a' }, annotations: { note: 'kept' } };
  return { ...rest, metadata: { ...metadata, ...inherited } };
}

const finalizers = ['aigateway.envoyproxy.io/finalizer'];

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

const filterKind = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'HTTPRouteFilter',
};
const httpRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
};

const rewriteFilter = ({ prefix }: ParityNames) => ({
  ...filterKind,
  name: `ai-eg-host-rewrite-${prefix}`,
  fields: {
    metadata: owner(prefix),
    spec: { urlRewrite: { hostname: { type: 'Backend' } } },
  },
});

/** The HTTPRoute that the AI Gateway makes. */
function generated(
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

const noBackend = ({ prefix, namespace }: ParityNames) => {
  const backendName = `${prefix}.${namespace}`;
  return {
    NotAccepted: `False ReconciliationFailed failed to construct a new HTTPRoute: failed to get AIServiceBackend ${backendName}: AIServiceBackend ${backendName} not found`,
  };
};

export const aiStatusCases: readonly ParityCase[] = [
  {
    name: 'the HTTPRoute that is made of an AIGatewayRoute',
    phases: [
      {
        apply: names => [
          backend(names, chatModel.hostname),
          aiServiceBackend(names, chatModel),
          labelled(names),
        ],
        conditions: ({ prefix: name }) => [
          { kind: 'AIGatewayRoute', name, conditions: routeAccepted },
          { kind: 'AIServiceBackend', name, conditions: backendAccepted },
          { kind: 'HTTPRoute', name, conditions: attached },
        ],
        objects: names => [
          ...['AIGatewayRoute', 'AIServiceBackend'].map(kind => ({
            apiVersion: 'aigateway.envoyproxy.io/v1beta1',
            kind,
            name: names.prefix,
            fields: { metadata: { finalizers } },
          })),
          generated(names),
          rewriteFilter(names),
          {
            ...filterKind,
            name: `ai-eg-route-not-found-response-${names.prefix}`,
            fields: {
              metadata: owner(names.prefix),
              spec: { directResponse: { statusCode: 404 } },
            },
          },
        ],
      },
      {
        remove: names => [route(names, [])],
        objects: names => [generated(names)],
      },
      {
        // Without its owner too, which the real one does not give back.
        apply: names => [route(names, [ruleTo(names, '/edited', '/')])],
        objects: names => [generated(names, {})],
      },
      {
        remove: names => [
          {
            ...filterKind,
            metadata: {
              name: `ai-eg-host-rewrite-${names.prefix}`,
              namespace: names.namespace,
            },
          },
        ],
        objects: names => [rewriteFilter(names)],
      },
      {
        remove: names => [aiRoute(names, chatModel)],
        objects: ({ prefix: name }) => [
          { ...filterKind, name: `ai-eg-host-rewrite-${name}`, fields: null },
          {
            ...filterKind,
            name: `ai-eg-route-not-found-response-${name}`,
            fields: null,
          },
        ],
      },
    ],
  },
  {
    name: 'an AIGatewayRoute whose references lead nowhere',
    phases: [
      {
        apply: names => [aiRoute(names, chatModel)],
        conditions: names => [
          {
            kind: 'AIGatewayRoute',
            name: names.prefix,
            conditions: noBackend(names),
          },
        ],
        objects: ({ prefix: name }) => [{ ...httpRoute, name, fields: null }],
      },
      {
        apply: names => [aiServiceBackend(names, chatModel)],
        conditions: ({ prefix: name, namespace }) => [
          { kind: 'AIGatewayRoute', name, conditions: routeAccepted },
          { kind: 'AIServiceBackend', name, conditions: backendAccepted },
          {
            kind: 'HTTPRoute',
            name,
            conditions: {
              Accepted: 'True Accepted',
              ResolvedRefs: `False BackendNotFound Failed to process route rule 0 backendRef 0: Backend ${namespace}/${name} not found.`,
            },
          },
        ],
      },
      {
        apply: names => [backend(names, chatModel.hostname)],
        conditions: ({ prefix: name }) => [
          { kind: 'HTTPRoute', name, conditions: attached },
        ],
      },
      {
        remove: names => [aiServiceBackend(names, chatModel)],
        apply: names => [aiRoute(names, chatModel, { llmRequestCosts: [] })],
        conditions: names => [
          {
            kind: 'AIGatewayRoute',
            name: names.prefix,
            conditions: noBackend(names),
          },
          { kind: 'HTTPRoute', name: names.prefix, conditions: attached },
        ],
      },
      {
        apply: names => [
          aiServiceBackend(names, chatModel),
          aiRoute(names, chatModel, {
            parentRefs: [
              {
                name: 'nowhere',
                kind: 'Gateway',
                group: 'gateway.networking.k8s.io',
              },
            ],
          }),
        ],
        conditions: ({ prefix: name, namespace }) => [
          {
            kind: 'AIGatewayRoute',
            name,
            conditions: {
              NotAccepted: `False ReconciliationFailed failed to sync gw pods: gateway ${namespace}/nowhere not found: Gateway.gateway.networking.k8s.io "nowhere" not found`,
            },
          },
        ],
      },
      {
        remove: names => [aiRoute(names, chatModel)],
        objects: ({ prefix: name }) => [{ ...httpRoute, name, fields: null }],
      },
    ],
  },
];
