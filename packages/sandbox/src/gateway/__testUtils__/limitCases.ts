import {
  ParityCase,
  ParityExchange,
  ParityNames,
  ParityObject,
} from './ParityCase';
import { backend, irisRoute, policy, route, ruleTo } from './parityObjects';

const accepted = 'True Accepted';
const posts = [{ methods: [{ value: 'POST' }] }];

function limited(
  names: ParityNames,
  rateLimit: Record<string, unknown>,
  spec: Record<string, unknown> = {},
): ParityObject {
  return policy(names, 'BackendTrafficPolicy', 'HTTPRoute', {
    rateLimit,
    ...spec,
  });
}

function allowed(
  headers: ParityExchange['answerHeaders'],
  request: Partial<ParityExchange> = {},
): ParityExchange {
  return { path: '/metadata', status: 200, answerHeaders: headers, ...request };
}

function locallyRefused(request: Partial<ParityExchange> = {}): ParityExchange {
  return {
    path: '/metadata',
    status: 429,
    answer: 'local_rate_limited',
    answerHeaders: { 'x-ratelimit-remaining': '0', 'retry-after': null },
    ...request,
  };
}

function globallyRefused(
  request: Partial<ParityExchange> = {},
): ParityExchange {
  return {
    path: '/metadata',
    status: 429,
    answer: '',
    answerHeaders: { 'x-ratelimit-remaining': '0', 'retry-after': null },
    ...request,
  };
}

const post: Partial<ParityExchange> = {
  method: 'POST',
  path: '/predict',
  body: '{"instances":[]}',
};

const noLimit: ParityExchange['answerHeaders'] = { 'x-ratelimit-limit': null };

export const limitCases: readonly ParityCase[] = [
  {
    name: 'local limits of several windows',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            local: {
              rules: [
                {
                  clientSelectors: [
                    {
                      headers: [
                        {
                          name: 'x-client-id',
                          type: 'RegularExpression',
                          value: 'acme\\..+',
                        },
                      ],
                    },
                  ],
                  limit: { requests: 2, unit: 'Hour' },
                },
                {
                  clientSelectors: [
                    { headers: [{ name: 'x-client-id', value: 'acme.k1' }] },
                  ],
                  limit: { requests: 100, unit: 'Minute' },
                },
                { limit: { requests: 1, unit: 'Minute' } },
              ],
            },
          }),
          irisRoute(names),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'BackendTrafficPolicy',
            name: prefix,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          allowed(
            {
              'x-ratelimit-limit': '2',
              'x-ratelimit-remaining': '1',
              'x-ratelimit-reset': '0',
            },
            { headers: { 'x-client-id': 'acme.k1' } },
          ),
          allowed(
            {
              'x-ratelimit-limit': '2',
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset': /^(1800|17\d\d)$/,
            },
            { headers: { 'x-client-id': 'acme.k2' } },
          ),
          locallyRefused({ headers: { 'x-client-id': 'acme.k1' } }),
          allowed(
            { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' },
            { headers: { 'x-client-id': 'notacme.k1' } },
          ),
          locallyRefused(),
        ],
      },
      {
        apply: names => [
          route(names, [ruleTo(names, '/other', '/v2')], {}, '-other'),
        ],
        exchanges: [
          { path: '/other', status: 200 },
          allowed({ 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' }),
          locallyRefused(),
        ],
      },
      {
        apply: names => [
          {
            ...irisRoute(names),
            metadata: {
              ...irisRoute(names).metadata,
              labels: { 'parity.test/label': 'x' },
            },
          },
        ],
        exchanges: [locallyRefused()],
      },
    ],
  },
  {
    name: 'local limits for POST only',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            local: {
              rules: [
                {
                  clientSelectors: posts,
                  limit: { requests: 1, unit: 'Hour' },
                },
              ],
            },
          }),
          irisRoute(names),
        ],
        exchanges: [
          allowed({
            'x-ratelimit-limit': '4294967295',
            'x-ratelimit-remaining': /^42949672\d\d$/,
          }),
          allowed({ 'x-ratelimit-limit': '1' }, post),
        ],
      },
    ],
  },
  {
    name: 'an invalid combination of local limits',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            local: {
              rules: [
                { limit: { requests: 1, unit: 'Hour' } },
                {
                  clientSelectors: posts,
                  limit: { requests: 1, unit: 'Second' },
                },
              ],
            },
          }),
          irisRoute(names),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'BackendTrafficPolicy',
            name: prefix,
            conditions: {
              Accepted:
                'False Invalid RateLimit: local rateLimit rule limit unit must be a multiple of the default limit unit.',
            },
          },
        ],
        exchanges: [{ path: '/metadata', status: 500, answer: '' }],
      },
    ],
  },
  {
    name: 'shared global limits',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            global: {
              rules: [
                {
                  clientSelectors: posts,
                  shared: true,
                  limit: { requests: 2, unit: 'Hour' },
                },
                { shared: true, limit: { requests: 8, unit: 'Day' } },
              ],
            },
          }),
          irisRoute(names),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'BackendTrafficPolicy',
            name: prefix,
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [
          allowed({
            'x-ratelimit-limit': '8, 8;w=86400',
            'x-ratelimit-remaining': '7',
            'x-ratelimit-reset': /^\d{1,5}$/,
          }),
          allowed(
            {
              'x-ratelimit-limit': '2, 2;w=3600, 8;w=86400',
              'x-ratelimit-remaining': '1',
              'x-ratelimit-reset': /^\d{1,4}$/,
            },
            post,
          ),
          allowed({ 'x-ratelimit-remaining': '0' }, post),
          globallyRefused(post),
          globallyRefused({
            ...post,
            answerHeaders: { 'content-length': '0', connection: /keep|^$/ },
          }),
          allowed({
            'x-ratelimit-limit': '8, 8;w=86400',
            'x-ratelimit-remaining': '2',
          }),
        ],
      },
      {
        apply: names => [
          route(names, [ruleTo(names, '/other', '/v2')], {}, '-other'),
        ],
        exchanges: [
          { path: '/other', status: 200, answerHeaders: noLimit },
          globallyRefused(post),
        ],
      },
    ],
  },
  {
    name: 'global limits that are not shared, per rule of the route',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            global: { rules: [{ limit: { requests: 1, unit: 'Hour' } }] },
          }),
          irisRoute(names),
        ],
        exchanges: [
          allowed({ 'x-ratelimit-remaining': '0' }),
          globallyRefused(),
          allowed({ 'x-ratelimit-remaining': '0' }, post),
          globallyRefused(post),
        ],
      },
    ],
  },
  {
    name: 'global limits by header',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            global: {
              rules: [
                {
                  clientSelectors: [
                    { headers: [{ name: 'x-who', type: 'Distinct' }] },
                  ],
                  shared: true,
                  limit: { requests: 1, unit: 'Hour' },
                },
                {
                  clientSelectors: [
                    {
                      headers: [
                        { name: 'x-kind', value: 'vip', invert: true },
                        { name: 'x-who', value: 'c' },
                      ],
                      path: { type: 'Exact', value: '/metadata' },
                    },
                  ],
                  shared: true,
                  limit: { requests: 5, unit: 'Hour' },
                },
              ],
            },
          }),
          irisRoute(names),
        ],
        exchanges: [
          allowed(noLimit),
          allowed(
            { 'x-ratelimit-limit': '1, 1;w=3600' },
            { headers: { 'x-who': 'a' } },
          ),
          globallyRefused({ headers: { 'x-who': 'a' } }),
          allowed(
            { 'x-ratelimit-remaining': '0' },
            { headers: { 'x-who': 'b' } },
          ),
          allowed(
            { 'x-ratelimit-limit': '1, 1;w=3600, 5;w=3600' },
            { headers: { 'x-who': 'c' } },
          ),
          globallyRefused({
            headers: { 'x-who': 'c', 'x-kind': 'vip' },
            answerHeaders: { 'x-ratelimit-limit': '1, 1;w=3600' },
          }),
        ],
      },
    ],
  },
  {
    name: 'local before global limits',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, {
            global: {
              rules: [{ shared: true, limit: { requests: 4, unit: 'Hour' } }],
            },
            local: {
              rules: [
                {
                  clientSelectors: [{ headers: [{ name: 'x-l', value: 'y' }] }],
                  limit: { requests: 2, unit: 'Hour' },
                },
                { limit: { requests: 1000, unit: 'Second' } },
              ],
            },
          }),
          irisRoute(names),
        ],
        exchanges: [
          allowed(
            {
              'x-ratelimit-limit': '4, 4;w=3600, 2',
              'x-ratelimit-remaining': '3, 1',
            },
            { headers: { 'x-l': 'y' } },
          ),
          allowed(
            { 'x-ratelimit-remaining': '2, 0' },
            { headers: { 'x-l': 'y' } },
          ),
          locallyRefused({ headers: { 'x-l': 'y' } }),
          locallyRefused({ headers: { 'x-l': 'y' } }),
          allowed({ 'x-ratelimit-limit': '4, 4;w=3600, 1000' }),
          allowed({ 'x-ratelimit-limit': '4, 4;w=3600, 1000' }),
          {
            path: '/metadata',
            status: 429,
            answer: '',
            answerHeaders: { 'x-ratelimit-limit': '4, 4;w=3600, 1000' },
          },
        ],
      },
    ],
  },
  {
    name: 'limits merged with those of the Gateway',
    phases: [
      {
        apply: names => [
          policy(names, 'BackendTrafficPolicy', 'Gateway', {
            rateLimit: {
              global: {
                rules: [
                  {
                    clientSelectors: posts,
                    shared: true,
                    limit: { requests: 3, unit: 'Hour' },
                  },
                ],
              },
            },
          }),
          backend(names),
          limited(
            names,
            {
              global: {
                rules: [
                  {
                    clientSelectors: [
                      { headers: [{ name: 'x-who', value: 'me' }] },
                    ],
                    shared: true,
                    limit: { requests: 9, unit: 'Hour' },
                  },
                ],
              },
            },
            { mergeType: 'StrategicMerge' },
          ),
          irisRoute(names),
          route(
            names,
            [ruleTo(names, '/other', '/v1/models/iris:predict')],
            {},
            '-other',
          ),
        ],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'BackendTrafficPolicy',
            name: prefix,
            sectionName: 'http',
            conditions: {
              Merged: `True Merged Merged with policy ${namespace}/${prefix}-gateway`,
            },
          },
          {
            kind: 'BackendTrafficPolicy',
            name: `${prefix}-gateway`,
            conditions: {
              Accepted: accepted,
              Merged: `True Merged This policy is being merged by other backendTrafficPolicies for these routes: [${namespace}/${prefix}]`,
            },
          },
        ],
        exchanges: [
          allowed({ 'x-ratelimit-limit': '3, 3;w=3600' }, post),
          allowed(
            { 'x-ratelimit-limit': '9, 9;w=3600' },
            { headers: { 'x-who': 'me' } },
          ),
          allowed(
            { 'x-ratelimit-limit': '3, 3;w=3600, 9, 9;w=3600' },
            { ...post, headers: { 'x-who': 'me' } },
          ),
          allowed(
            { 'x-ratelimit-remaining': '2' },
            { ...post, path: '/other' },
          ),
          allowed({ 'x-ratelimit-remaining': '0' }, post),
          globallyRefused(post),
        ],
      },
    ],
  },
  {
    name: 'limits behind keys',
    phases: [
      {
        apply: names => [
          backend(names),
          policy(names, 'SecurityPolicy', 'HTTPRoute', {
            authorization: {
              defaultAction: 'Deny',
              rules: [
                {
                  action: 'Allow',
                  principal: { headers: [{ name: 'x-ok', values: ['y'] }] },
                },
              ],
            },
          }),
          limited(names, {
            global: {
              rules: [{ shared: true, limit: { requests: 1, unit: 'Hour' } }],
            },
          }),
          irisRoute(names),
        ],
        exchanges: [
          { path: '/metadata', status: 403, answerHeaders: noLimit },
          { path: '/metadata', status: 403 },
          allowed(
            { 'x-ratelimit-remaining': '0' },
            { headers: { 'x-ok': 'y' } },
          ),
          globallyRefused({ headers: { 'x-ok': 'y' } }),
        ],
      },
    ],
  },
];
