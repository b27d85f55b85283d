import { ParityCase } from './ParityCase';
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
import {
  unauthorized,
  forbidden,
  clients,
  complete,
  published,
} from './publishedModel';

const accepted = 'True Accepted';

export const guardCases: readonly ParityCase[] = [
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
];
