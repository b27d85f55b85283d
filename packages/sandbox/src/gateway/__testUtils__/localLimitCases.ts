import { ParityCase } from './ParityCase';
import { backend, irisRoute, route, ruleTo } from './parityObjects';
import {
  posts,
  limited,
  allowed,
  locallyRefused,
  post,
} from './limitExchanges';

const accepted = 'True Accepted';

export const localLimitCases: readonly ParityCase[] = [
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
];
