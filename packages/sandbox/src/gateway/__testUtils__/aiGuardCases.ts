import { aiClients, answered, chat, keyOf } from './aiExchanges';
import { guard, guardKeys, listenerPolicy, matrix } from './aiGuard';
import { aiModel, chatModel, merged, newerModel } from './aiObjects';
import { processorExchanges } from './aiProcessorExchanges';
import { ParityCase, ParityNames } from './ParityCase';
import { forbidden, unauthorized } from './publishedModel';

const large = { note: 'x'.repeat(40_000) };
const tooLarge = { status: 413, answer: 'Payload Too Large' } as const;
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
          ...processorExchanges,
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
