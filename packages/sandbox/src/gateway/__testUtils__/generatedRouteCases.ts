import { attached, backendAccepted, routeAccepted } from './aiConditions';
import { aiRoute, aiServiceBackend, chatModel } from './aiObjects';
import {
  filterKind,
  generated,
  notFoundFilter,
  rewriteFilter,
} from './generatedObjects';
import { ParityCase, ParityNames } from './ParityCase';
import { backend, route, ruleTo } from './parityObjects';

/** The route with a label and an annotation, which the generated one inherits. */
function labelled(names: ParityNames) {
  const { metadata, ...rest } = aiRoute(names, chatModel);
  const inherited = { labels: { team: 'a' }, annotations: { note: 'kept' } };
  return { ...rest, metadata: { ...metadata, ...inherited } };
}

const finalizers = ['aigateway.envoyproxy.io/finalizer'];

export const generatedRouteCases: readonly ParityCase[] = [
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
          notFoundFilter(names),
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
        objects: names =>
          [rewriteFilter(names), notFoundFilter(names)].map(made => ({
            ...made,
            fields: null,
          })),
      },
    ],
  },
];
