import { ParityCase, ParityNames } from './ParityCase';
import {
  apiKeyAuth,
  backend,
  irisRoute,
  keys,
  onlyClients,
  policy,
  route,
  ruleTo,
} from './parityObjects';

const accepted = 'True Accepted';
const unauthorized = {
  status: 401,
  answer: 'Client authentication failed.',
} as const;
const forbidden = { status: 403, answer: 'RBAC: access denied' } as const;

const clients = {
  _sentinel: 'unguessable',
  'p1.acme.k1': 'key-one',
  'p1.acme.k2': 'key-two',
  'p2.acme.k1': 'key-of-another',
};

function complete(names: ParityNames, secret = names.prefix) {
  return policy(names, 'SecurityPolicy', 'HTTPRoute', {
    apiKeyAuth: apiKeyAuth(secret),
    authorization: onlyClients('p1.'),
  });
}

function published(names: ParityNames) {
  return [
    keys(names, clients),
    complete(names),
    backend(names),
    irisRoute(names),
  ];
}

export const securityCases: readonly ParityCase[] = [
  {
    name: 'API keys and authorization by prefix',
    phases: [
      {
        apply: published,
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: { Accepted: 'True Accepted Policy has been accepted.' },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            ...unauthorized,
            answerHeaders: {
              'content-type': 'text/plain',
              'www-authenticate': null,
              connection: /keep-alive|^$/,
            },
          },
          {
            method: 'POST',
            path: '/predict',
            body: '{}',
            ...unauthorized,
            answerHeaders: { connection: 'close' },
          },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one', 'x-client-id': 'p2.spoofed' },
            status: 200,
            received: {
              'x-client-id': 'p1.acme.k1',
              'x-api-key': null,
              authorization: null,
            },
          },
          {
            path: '/metadata',
            headers: { authorization: 'Bearer key-two' },
            status: 200,
            received: { 'x-client-id': 'p1.acme.k2', authorization: null },
          },
          {
            path: '/metadata',
            headers: {
              authorization: 'key-two',
              'x-api-key': 'Bearer key-one',
            },
            status: 200,
            received: { 'x-client-id': 'p1.acme.k1', authorization: null },
          },
          {
            path: '/metadata',
            headers: { authorization: 'bearer key-one' },
            ...unauthorized,
          },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'bogus', authorization: 'Bearer key-one' },
            ...unauthorized,
          },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-of-another' },
            ...forbidden,
          },
          {
            method: 'POST',
            body: '{}',
            path: '/predict',
            headers: { 'x-api-key': 'unguessable' },
            ...forbidden,
            answerHeaders: { connection: 'close' },
          },
        ],
      },
      {
        apply: names => [
          keys(names, { _sentinel: 'x', 'p1.acme.k2': 'key-two' }),
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one' },
            ...unauthorized,
          },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-two' },
            status: 200,
          },
        ],
      },
      {
        apply: names => [keys(names, {})],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-two' },
            ...unauthorized,
          },
        ],
      },
      {
        remove: names => [complete(names)],
        exchanges: [{ path: '/metadata', status: 200 }],
      },
    ],
  },
  {
    name: 'a missing credentials Secret',
    phases: [
      {
        apply: names => [backend(names), complete(names), irisRoute(names)],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: {
              Accepted: `False Invalid APIKeyAuth: secret ${namespace}/${prefix} does not exist.`,
            },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one' },
            ...forbidden,
          },
          {
            path: '/metadata',
            headers: { 'x-client-id': 'p1.spoofed' },
            status: 500,
            answer: '',
          },
        ],
      },
      {
        apply: names => [keys(names, clients)],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one' },
            status: 200,
          },
        ],
      },
    ],
  },
  {
    name: 'one key under two client ids',
    phases: [
      {
        apply: names => [
          ...published(names),
          keys(names, { 'p1.a.k1': 'same', 'p1.b.k1': 'same' }),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: {
              Accepted: 'False Invalid APIKeyAuth: duplicated API key.',
            },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'same' },
            ...forbidden,
          },
          {
            path: '/metadata',
            headers: { 'x-client-id': 'p1.spoofed' },
            status: 500,
          },
        ],
      },
    ],
  },
  {
    name: 'an empty key freezes the configuration of the Gateway',
    phases: [
      {
        apply: published,
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one' },
            status: 200,
          },
        ],
      },
      {
        apply: names => [keys(names, { ...clients, 'p1.new.k1': '' })],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: { Accepted: accepted },
          },
        ],
      },
      {
        apply: names => [
          route(names, [ruleTo(names, '/new', '/v2')], {}, '-new'),
        ],
        exchanges: [
          { path: '/new', status: 404 },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one' },
            status: 200,
          },
        ],
      },
      {
        apply: names => [keys(names, clients)],
        exchanges: [{ path: '/new', status: 200 }],
      },
    ],
  },
  {
    name: 'authorization without keys',
    phases: [
      {
        apply: names => [
          backend(names),
          irisRoute(names),
          policy(names, 'SecurityPolicy', 'HTTPRoute', {
            authorization: {
              defaultAction: 'Deny',
              rules: [
                {
                  action: 'Deny',
                  cel: "request.headers['x-kind'] == 'bad'",
                },
                {
                  action: 'Allow',
                  principal: {
                    headers: [
                      { name: 'x-kind', values: ['good', 'bad'] },
                      { name: 'x-who', values: ['me'] },
                    ],
                  },
                },
              ],
            },
          }),
        ],
        exchanges: [
          { path: '/metadata', ...forbidden },
          {
            path: '/metadata',
            headers: { 'x-kind': 'good', 'x-who': 'me' },
            status: 200,
          },
          {
            path: '/metadata',
            headers: { 'x-kind': 'bad', 'x-who': 'me' },
            ...forbidden,
          },
          { path: '/metadata', headers: { 'x-kind': 'good' }, ...forbidden },
        ],
      },
    ],
  },
  {
    name: 'an invalid expression',
    phases: [
      {
        apply: names => [
          backend(names),
          irisRoute(names),
          policy(names, 'SecurityPolicy', 'HTTPRoute', {
            authorization: { rules: [{ action: 'Allow', cel: 'request.(' }] },
          }),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: {
              Accepted:
                'False Invalid Authorization: invalid CEL expression: request.(.',
            },
          },
        ],
        exchanges: [{ path: '/metadata', status: 500, answer: '' }],
      },
    ],
  },
  {
    name: 'two policies on one route',
    phases: [
      {
        apply: names => [
          ...published(names),
          policy(
            names,
            'SecurityPolicy',
            'HTTPRoute',
            { authorization: { defaultAction: 'Allow' } },
            '-zz',
          ),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: { Accepted: accepted },
          },
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-zz`,
            conditions: {
              Accepted: `False Conflicted Unable to target HTTPRoute ${prefix}, another SecurityPolicy has already attached to it`,
            },
          },
        ],
        exchanges: [{ path: '/metadata', ...unauthorized }],
      },
    ],
  },
  {
    name: 'a guard on the Gateway',
    phases: [
      {
        apply: names => [
          keys(names, { 'p1.guard.k1': 'guard-key' }, '-gateway'),
          policy(names, 'SecurityPolicy', 'Gateway', {
            apiKeyAuth: apiKeyAuth(`${names.prefix}-gateway`),
            authorization: { defaultAction: 'Deny' },
          }),
          policy(names, 'ClientTrafficPolicy', 'Gateway', {
            headers: {
              earlyRequestHeaders: { remove: ['X-Client-Id', 'x-ai-eg-model'] },
            },
            connection: { bufferLimit: '20Mi' },
          }),
          backend(names),
          irisRoute(names),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-gateway`,
            conditions: { Accepted: accepted },
          },
          {
            kind: 'ClientTrafficPolicy',
            name: `${prefix}-gateway`,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          { path: '/metadata', ...unauthorized },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'guard-key' },
            ...forbidden,
          },
          {
            path: '/nothing',
            headers: { 'x-api-key': 'guard-key' },
            status: 404,
          },
        ],
      },
      {
        apply: names => [keys(names, clients), complete(names)],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-gateway`,
            conditions: {
              Accepted: accepted,
              Overridden: `True Overridden This policy is being overridden by other securityPolicies for these routes: [${namespace}/${prefix}]`,
            },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-api-key': 'guard-key' },
            ...unauthorized,
          },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'key-one', 'x-ai-eg-model': 'spoofed' },
            status: 200,
            received: { 'x-client-id': 'p1.acme.k1', 'x-ai-eg-model': null },
          },
        ],
      },
      {
        remove: names => [complete(names)],
        apply: names => [
          policy(
            names,
            'SecurityPolicy',
            'HTTPRoute',
            { mergeType: 'StrategicMerge', authorization: onlyClients('p1.') },
            '-merged',
          ),
        ],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-gateway`,
            conditions: {
              Accepted: accepted,
              Merged: `True Merged This policy is being merged by other securityPolicies for these routes: [${namespace}/${prefix}]`,
            },
          },
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-merged`,
            sectionName: 'http',
            conditions: {
              Merged: `True Merged Merged with policy ${namespace}/${prefix}-gateway`,
            },
          },
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-merged`,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          { path: '/metadata', ...unauthorized },
          {
            path: '/metadata',
            headers: { 'x-api-key': 'guard-key' },
            status: 200,
            received: { 'x-client-id': 'p1.guard.k1' },
          },
        ],
      },
      {
        remove: names => [policy(names, 'SecurityPolicy', 'Gateway', {})],
        conditions: ({ prefix }) => [
          {
            kind: 'SecurityPolicy',
            name: `${prefix}-merged`,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          {
            path: '/metadata',
            headers: { 'x-client-id': 'p1.spoofed' },
            ...forbidden,
          },
        ],
      },
    ],
  },
];
