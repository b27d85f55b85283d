import { aiClients, answered, chat, keyOf, unknownModel } from './aiExchanges';
import { aiModel, chatModel, merged, newerModel } from './aiObjects';
import { ParityCase, ParityExchange, ParityNames } from './ParityCase';
import { apiKeyAuth, Fields, keys, policy } from './parityObjects';
import { forbidden, unauthorized } from './publishedModel';

const guard = (names: ParityNames) =>
  policy(names, 'SecurityPolicy', 'Gateway', {
    apiKeyAuth: apiKeyAuth(`${names.prefix}-gateway`),
    authorization: { defaultAction: 'Deny' },
  });

const guardKeys = (names: ParityNames, clients: Record<string, string>) =>
  keys(names, clients, '-gateway');

const listenerPolicy = (names: ParityNames, spec: Fields = {}) =>
  policy(names, 'ClientTrafficPolicy', 'Gateway', {
    headers: {
      earlyRequestHeaders: { remove: ['x-client-id', 'x-ai-eg-model'] },
    },
    ...spec,
  });

/** Who may call which model, with the guard in force. */
const matrix: readonly ParityExchange[] = [
  chat(chatModel, keyOf.p1, { ...answered, awaited: true }),
  chat(newerModel, keyOf.p2, { ...answered, awaited: true }),
  chat(chatModel, undefined, unauthorized),
  chat(chatModel, 'bogus', unauthorized),
  chat(chatModel, keyOf.p2, forbidden),
  chat(newerModel, undefined, unauthorized),
  chat(newerModel, keyOf.p1, forbidden),
];

const spoofed = { 'x-client-id': 'p2.acme.k1', 'x-ai-eg-model': 'parity/chat' };

const isList =
  /^\{"data":\[\{"id":"parity\/chat","created":1767225600,"object":"model","owned_by":"tenant"\},\{"id":"parity\/chat2",.*\}\],"object":"list"\}$/;

const large = { note: 'x'.repeat(40_000) };
const tooLarge = { status: 413, answer: 'Payload Too Large' } as const;
const key = { 'x-api-key': keyOf.p1 };

/** The status of the guard while it cannot be obeyed. */
const invalid = (message: string) => (names: ParityNames) =>
  [
    {
      kind: 'SecurityPolicy',
      name: `${names.prefix}-gateway`,
      conditions: {
        Accepted: `False Invalid ${message.replace(
          '$guard',
          `${names.namespace}/${names.prefix}-gateway`,
        )}`,
        Overridden: /./,
      },
    },
  ];

export const aiGuardCases: readonly ParityCase[] = [
  {
    name: 'OpenAI models behind a guard',
    phases: [
      {
        apply: names => [
          guardKeys(names, aiClients),
          guard(names),
          listenerPolicy(names),
          merged(names, chatModel),
          merged(names, newerModel),
          ...aiModel(names, chatModel),
          ...aiModel(names, newerModel),
        ],
        conditions: ({ prefix, namespace }) => [
          {
            kind: 'SecurityPolicy',
            name: prefix,
            sectionName: 'http',
            conditions: {
              Merged: `True Merged Merged with policy ${namespace}/${prefix}-gateway`,
            },
          },
          {
            kind: 'SecurityPolicy',
            name: prefix,
            conditions: { Accepted: 'True Accepted' },
          },
        ],
        exchanges: [
          ...matrix,
          chat(newerModel, keyOf.p1, { headers: spoofed, ...forbidden }),
          chat(newerModel, keyOf.p2, { headers: spoofed, ...answered }),
          chat(newerModel, undefined, { headers: spoofed, ...unauthorized }),
          chat(chatModel, keyOf.p1, {
            ...answered,
            fields: { user: 'someone', max_tokens: 64 },
            received: {
              'x-client-id': 'p1.acme.k1',
              'x-api-key': null,
              authorization: null,
              'x-ai-eg-model': 'parity/chat',
              'x-ai-eg-original-path': '/v1/chat/completions',
              host: chatModel.hostname,
              'content-type': 'application/json',
            },
            atModel: {
              model: 'tenant-a/chat',
              path: '/openai/v1/chat/completions',
              body: /^\{"model": ?"chat", ?"messages".*"user": ?"someone", ?"max_tokens": ?64\}$/,
            },
          }),
          chat({ publicName: 'nobody' }, keyOf.p1, unknownModel),
          {
            method: 'POST',
            path: '/v1/rerank',
            headers: key,
            body: '{"model":"parity/chat"}',
            status: 404,
            answer: 'unsupported path: /v1/rerank',
          },
          {
            method: 'POST',
            path: '/v1/chat/completions',
            headers: key,
            body: '{"model":',
            status: 400,
            answer: /^\{"type":"error",.*"code":"400"/,
          },
          { path: '/v1/models', ...unauthorized },
          ...['GET', 'POST', 'DELETE'].map(method => ({
            method,
            path: '/v1/models',
            headers: key,
            status: 200,
            answer: isList,
            answerHeaders: { 'content-type': 'application/json' },
          })),
          chat(chatModel, keyOf.p1, {
            fields: { stream: true },
            status: 200,
            answer:
              /"choices": ?\[\], ?"usage": ?\{.*"total_tokens": ?8\b.*\[DONE\]/s,
            answerHeaders: { 'content-type': /^text\/event-stream/ },
            atModel: {
              model: 'tenant-a/chat',
              path: '/openai/v1/chat/completions',
              body: /"stream_options": ?\{"include_usage": ?true\}/,
            },
          }),
          chat(chatModel, keyOf.p1, { fields: large, ...tooLarge }),
        ],
      },
      {
        apply: names => [
          listenerPolicy(names, { connection: { bufferLimit: '20Mi' } }),
        ],
        exchanges: [chat(chatModel, keyOf.p1, { fields: large, ...answered })],
      },
      {
        remove: names => [merged(names, chatModel)],
        exchanges: [
          chat(chatModel, keyOf.p1, forbidden),
          chat(chatModel, undefined, unauthorized),
          chat(newerModel, keyOf.p2, answered),
        ],
      },
      {
        apply: names => [guardKeys(names, { ...aiClients, 'p1.acme.k2': '' })],
        exchanges: [chat(newerModel, keyOf.p2, answered)],
      },
      {
        apply: names => [merged(names, chatModel)],
        conditions: ({ prefix: name }) => [
          {
            kind: 'SecurityPolicy',
            name,
            conditions: { Accepted: 'True Accepted' },
          },
        ],
        exchanges: [
          chat(chatModel, keyOf.p1, forbidden),
          chat(newerModel, keyOf.p2, answered),
        ],
      },
      {
        apply: names => [
          guardKeys(names, { ...aiClients, 'p1.acme.k2': keyOf.p1 }),
        ],
        conditions: invalid('APIKeyAuth: duplicated API key.'),
        exchanges: [
          chat(chatModel, keyOf.p1, forbidden),
          chat(chatModel, undefined, forbidden),
        ],
      },
      {
        remove: names => [guardKeys(names, {})],
        conditions: invalid('APIKeyAuth: secret $guard does not exist.'),
        exchanges: [chat(chatModel, keyOf.p1, forbidden)],
      },
      {
        apply: names => [guardKeys(names, {})],
        exchanges: [
          chat(chatModel, keyOf.p1, unauthorized),
          chat(chatModel, undefined, unauthorized),
        ],
      },
      {
        apply: names => [guardKeys(names, aiClients)],
        exchanges: matrix,
      },
      {
        remove: names => [guard(names)],
        exchanges: [
          chat(chatModel, undefined, forbidden),
          chat(chatModel, keyOf.p1, forbidden),
          chat(chatModel, undefined, {
            headers: { 'x-client-id': 'p1.acme.k1' },
            ...forbidden,
          }),
        ],
      },
    ],
  },
];
