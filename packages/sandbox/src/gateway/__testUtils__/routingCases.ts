import { ParityCase } from './ParityCase';
import { backend, irisRoute, route, ruleTo } from './parityObjects';

const accepted = 'True Accepted';

const setosa = '{"instances":[[5.1,3.5,1.4,0.2]]}';
const predictions = /^\{"predictions": ?\[0\]\}$/;

export const routingCases: readonly ParityCase[] = [
  {
    name: 'an open route',
    phases: [
      {
        apply: names => [backend(names), irisRoute(names)],
        conditions: ({ prefix }) => [
          {
            kind: 'HTTPRoute',
            name: prefix,
            conditions: {
              Accepted: accepted,
              ResolvedRefs: 'True ResolvedRefs',
            },
          },
          {
            kind: 'Backend',
            name: prefix,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          {
            method: 'POST',
            path: '/predict',
            body: setosa,
            status: 200,
            answer: predictions,
            answerHeaders: { 'x-ratelimit-limit': null },
          },
          {
            path: '/metadata?a=b',
            headers: { 'x-client-id': 'believed', authorization: 'kept' },
            status: 200,
            received: {
              'x-client-id': 'believed',
              authorization: 'kept',
              'x-forwarded-proto': 'http',
            },
          },
          { path: '/predict/', status: 404, answer: '' },
          {
            method: 'POST',
            path: '/nothing',
            body: 'x',
            status: 404,
            answerHeaders: { connection: 'close', 'content-length': '0' },
          },
          { path: '/metadata', host: 'elsewhere.test', status: 404 },
          {
            path: '/metadata',
            headers: { 'x-test-status': '418' },
            status: 418,
            answer: /requested by x-test-status/,
          },
        ],
      },
      {
        remove: names => [irisRoute(names)],
        exchanges: [{ path: '/metadata', status: 404 }],
      },
    ],
  },
  {
    name: 'normalised paths',
    phases: [
      {
        apply: names => [
          backend(names),
          route(names, [ruleTo(names, '/models/iris', '/v1/models/iris')]),
        ],
        exchanges: [
          { path: '//models///./x/../iris', status: 200 },
          { path: '/models/ir%69s', status: 200 },
          {
            path: '/models%2Firis?q=1',
            status: 307,
            answerHeaders: { location: '/models/iris?q=1' },
          },
          { path: '/models/IRIS', status: 404 },
        ],
      },
    ],
  },
  {
    name: 'precedence of matches and hostnames',
    phases: [
      {
        apply: names => [
          backend(names),
          route(names, [
            ruleTo(names, '/', '/v2', {
              matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            }),
            ruleTo(names, '/a', '/v1/models', {
              matches: [{ path: { type: 'PathPrefix', value: '/a' } }],
            }),
            ruleTo(names, '/a/b', '/v1/models/iris', {
              matches: [
                { path: { type: 'Exact', value: '/a/b' }, method: 'GET' },
              ],
            }),
            ruleTo(names, '/a/b', '/v2/health/live', {
              matches: [
                {
                  path: { type: 'Exact', value: '/a/b' },
                  method: 'GET',
                  headers: [{ name: 'X-Kind', value: 'live' }],
                },
              ],
            }),
          ]),
          route(
            names,
            [ruleTo(names, '/wild', '/v2/health/ready')],
            { hostnames: [`*.${names.host}`] },
            '-wild',
          ),
        ],
        exchanges: ({ host }) => [
          { path: '/a/b', status: 200, answer: /"ready": ?"True"/ },
          {
            path: '/a/b',
            headers: { 'x-kind': 'live' },
            status: 200,
            answer: /live/,
          },
          { path: '/a/c', status: 200, answer: /models/ },
          { path: '/ab', status: 200, answer: /extensions/ },
          { path: '/wild', status: 200, answer: /extensions/ },
          {
            path: '/wild',
            host: `one.${host}`,
            status: 200,
            answer: /"ready": ?true/,
          },
          { path: '/a/b', host: `one.two.${host}`, status: 404 },
          { path: '/ab', host: `${host.toUpperCase()}:4711`, status: 200 },
        ],
      },
    ],
  },
  {
    name: 'rewritten prefix, host and headers',
    phases: [
      {
        apply: names => [
          backend(names),
          route(names, [
            ruleTo(names, '', '', {
              matches: [{ path: { type: 'PathPrefix', value: '/p' } }],
              filters: [
                {
                  type: 'URLRewrite',
                  urlRewrite: {
                    hostname: 'other.test',
                    path: {
                      type: 'ReplacePrefixMatch',
                      replacePrefixMatch: '/v1/models',
                    },
                  },
                },
                {
                  type: 'RequestHeaderModifier',
                  requestHeaderModifier: {
                    set: [{ name: 'X-Set', value: 'new' }],
                    add: [{ name: 'X-Add', value: 'added' }],
                    remove: ['X-Gone'],
                  },
                },
              ],
            }),
          ]),
        ],
        exchanges: ({ host }) => [
          {
            path: '/p/iris',
            headers: { 'x-set': 'old', 'x-gone': 'here' },
            status: 200,
            received: {
              host: 'other.test',
              'x-forwarded-host': host,
              'x-set': 'new',
              'x-add': 'added',
              'x-gone': null,
            },
          },
          { path: '/p', status: 200, answer: /models/ },
          { path: '/pp', status: 404 },
        ],
      },
    ],
  },
];
