import { ParityCase } from './ParityCase';
import { backend, irisRoute, route, ruleTo } from './parityObjects';
import {
  posts,
  limited,
  allowed,
  globallyRefused,
  post,
  noLimit,
} from './limitExchanges';

const accepted = 'True Accepted';

const as = (who: string) => ({ headers: { 'x-who': who } });

/** So many POST requests in an hour, of everybody. */
const hourly = (requests: number) => ({
  clientSelectors: posts,
  shared: true,
  limit: { requests, unit: 'Hour' },
});

/** Two of them, of one caller. */
const of = (who: string) => ({
  clientSelectors: [
    {
      methods: [{ value: 'POST' }],
      headers: [{ name: 'x-who', type: 'RegularExpression', value: who }],
    },
  ],
  shared: true,
  limit: { requests: 2, unit: 'Hour' },
});

export const globalLimitCases: readonly ParityCase[] = [
  {
    // The portal reads from this whether there is a rate limit service.
    name: 'a global limit on a route that no listener takes',
    phases: [
      {
        apply: names => [
          limited(names, {
            global: { rules: [{ limit: { requests: 1, unit: 'Hour' } }] },
          }),
          irisRoute(names, {
            parentRefs: [{ name: names.gateway, sectionName: 'no-listener' }],
          }),
        ],
        conditions: ({ prefix }) => [
          {
            kind: 'HTTPRoute',
            name: prefix,
            sectionName: 'no-listener',
            conditions: {
              Accepted: /^False NoMatchingParent/,
              ResolvedRefs: /./,
            },
          },
          {
            kind: 'BackendTrafficPolicy',
            name: prefix,
            sectionName: 'no-listener',
            conditions: { Accepted: accepted },
          },
        ],
        exchanges: [{ path: '/metadata', status: 404 }],
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
    name: 'shared global limits that change places',
    phases: [
      {
        apply: names => [
          backend(names),
          limited(names, { global: { rules: [hourly(9), of('a'), of('b')] } }),
          irisRoute(names),
        ],
        exchanges: [
          allowed({ 'x-ratelimit-remaining': '1' }, { ...post, ...as('a') }),
          allowed({ 'x-ratelimit-remaining': '0' }, { ...post, ...as('a') }),
          globallyRefused({ ...post, ...as('a') }),
          allowed({ 'x-ratelimit-remaining': '1' }, { ...post, ...as('b') }),
        ],
      },
      {
        // A rule for nobody holds the place of the one that is gone.
        apply: names => [
          limited(names, {
            global: { rules: [hourly(9), of('nobody'), of('b')] },
          }),
        ],
        exchanges: [
          allowed(
            { 'x-ratelimit-limit': '9, 9;w=3600' },
            { ...post, ...as('a') },
          ),
          allowed({ 'x-ratelimit-remaining': '0' }, { ...post, ...as('b') }),
          globallyRefused({ ...post, ...as('b') }),
        ],
      },
      {
        // Its place has the counter of the rule that stood there; the first has one of its own, as it has no header.
        apply: names => [
          limited(names, { global: { rules: [of('b'), of('c')] } }),
        ],
        exchanges: [
          allowed({ 'x-ratelimit-remaining': '1' }, { ...post, ...as('b') }),
          globallyRefused({ ...post, ...as('c') }),
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
];
