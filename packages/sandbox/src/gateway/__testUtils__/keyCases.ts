import { ParityCase } from './ParityCase';
import { backend, irisRoute, keys } from './parityObjects';
import {
  unauthorized,
  forbidden,
  clients,
  complete,
  published,
} from './publishedModel';

const accepted = 'True Accepted';

export const keyCases: readonly ParityCase[] = [
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
];
