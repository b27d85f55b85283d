import { ParityCase } from './ParityCase';
import { backend, irisRoute, policy, route, ruleTo } from './parityObjects';
import {
  posts,
  limited,
  allowed,
  locallyRefused,
  globallyRefused,
  post,
  noLimit,
} from './limitExchanges';

const accepted = 'True Accepted';

export const combinedLimitCases: readonly ParityCase[] = [
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
