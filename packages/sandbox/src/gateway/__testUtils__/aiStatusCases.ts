import {
  attached,
  backendAccepted,
  noBackend,
  routeAccepted,
} from './aiConditions';
import { aiRoute, aiServiceBackend, chatModel } from './aiObjects';
import { httpRoute } from './generatedObjects';
import { ParityCase } from './ParityCase';
import { backend } from './parityObjects';

export const aiStatusCases: readonly ParityCase[] = [
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
