import { ParityCase } from './ParityCase';
import { backend, irisRoute, policy, route, ruleTo } from './parityObjects';

const accepted = 'True Accepted';

export const routeStatusCases: readonly ParityCase[] = [
  {
    name: 'backends that do not exist, do not answer or are too slow',
    phases: [
      {
        apply: names => [
          backend(names),
          {
            ...backend(names, 'nothing-predictor.tenant-a.svc.cluster.local'),
            metadata: {
              name: `${names.prefix}-dead`,
              namespace: names.namespace,
            },
          },
          route(names, [
            ruleTo(names, '/slow', '/v1/models/iris', {
              timeouts: { request: '300ms' },
            }),
            ruleTo(names, '/missing', '/', {
              backendRefs: [
                {
                  group: 'gateway.envoyproxy.io',
                  kind: 'Backend',
                  name: 'parity-missing',
                },
              ],
            }),
            ruleTo(names, '/dead', '/', {
              backendRefs: [
                {
                  group: 'gateway.envoyproxy.io',
                  kind: 'Backend',
                  name: `${names.prefix}-dead`,
                },
              ],
            }),
            ruleTo(names, '/none', '/', { backendRefs: [] }),
          ]),
        ],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'HTTPRoute',
            name: prefix,
            conditions: {
              Accepted: accepted,
              ResolvedRefs: new RegExp(
                `^False BackendNotFound Failed to process route rule 1 backendRef 0: Backend ${namespace}/parity-missing not found\\.$`,
              ),
            },
          },
        ],
        exchanges: [
          { path: '/slow', status: 200 },
          {
            path: '/slow',
            headers: { 'x-test-delay-ms': '900' },
            status: 504,
            answer: 'upstream request timeout',
          },
          { path: '/missing', status: 500, answer: '' },
          {
            method: 'POST',
            body: 'x',
            path: '/missing',
            status: 500,
            answerHeaders: { connection: 'close' },
          },
          { path: '/dead', status: 503, answer: 'no healthy upstream' },
          { path: '/none', status: 500, answer: '' },
        ],
      },
    ],
  },
  {
    name: 'parents that do not exist',
    phases: [
      {
        apply: names => [
          backend(names),
          irisRoute(names, {
            parentRefs: [
              { name: names.gateway, sectionName: 'nowhere' },
              { name: 'parity-no-gateway' },
            ],
          }),
          policy(names, 'SecurityPolicy', 'HTTPRoute', {
            authorization: { defaultAction: 'Deny' },
          }),
          policy(names, 'BackendTrafficPolicy', 'HTTPRoute', {}, '-other'),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'HTTPRoute',
            name: prefix,
            sectionName: 'nowhere',
            conditions: {
              Accepted:
                'False NoMatchingParent No listeners match this parent ref',
              ResolvedRefs: 'True ResolvedRefs',
            },
          },
          {
            kind: 'SecurityPolicy',
            name: prefix,
            sectionName: 'nowhere',
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [{ path: '/metadata', status: 404 }],
      },
    ],
  },
  {
    name: 'objects that belong to nothing',
    phases: [
      {
        apply: names => [
          backend(names),
          irisRoute(names, { parentRefs: [{ name: 'parity-no-gateway' }] }),
          policy(names, 'SecurityPolicy', 'HTTPRoute', {
            authorization: { defaultAction: 'Deny' },
          }),
        ],
        conditions: ({ prefix }) => [
          { kind: 'HTTPRoute', name: prefix, conditions: null },
          { kind: 'Backend', name: prefix, conditions: null },
          { kind: 'SecurityPolicy', name: prefix, conditions: null },
        ],
        exchanges: [{ path: '/metadata', status: 404 }],
      },
    ],
  },
  {
    name: 'two routes with the same match',
    phases: [
      {
        apply: names => [
          backend(names),
          irisRoute(names),
          route(names, [ruleTo(names, '/metadata', '/v2')], {}, '-second'),
        ],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'HTTPRoute',
            name: prefix,
            conditions: {
              Accepted: accepted,
              ResolvedRefs: 'True ResolvedRefs',
              RouteRulesOverlap: `True RouteRulesOverlap Overlapping match conditions with route(s): HTTPRoute ${namespace}/${prefix}-second`,
            },
          },
        ],
        exchanges: [{ path: '/metadata', status: 200, answer: /"ready"/ }],
      },
    ],
  },
];
