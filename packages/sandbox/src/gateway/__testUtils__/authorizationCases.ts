import { ParityCase } from './ParityCase';
import { backend, irisRoute, policy } from './parityObjects';
import { unauthorized, forbidden, published } from './publishedModel';

const accepted = 'True Accepted';

export const authorizationCases: readonly ParityCase[] = [
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
];
