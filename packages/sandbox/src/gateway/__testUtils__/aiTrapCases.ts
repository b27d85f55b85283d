import { aiClients, answered, chat, keyOf, unknownModel } from './aiExchanges';
import {
  aiModel,
  aiPolicy,
  AiSeed,
  aiRoute,
  chatModel,
  newerModel,
} from './aiObjects';
import { ParityCase, ParityNames } from './ParityCase';
import {
  apiKeyAuth,
  backend,
  irisRoute,
  keys,
  onlyClients,
  policy,
} from './parityObjects';
import { forbidden, unauthorized } from './publishedModel';

/** A policy as plain routes have it, with the keys of all models. */
const completePolicy = (
  names: ParityNames,
  seed: AiSeed,
  sectionName?: string,
) =>
  aiPolicy(
    names,
    seed,
    'SecurityPolicy',
    {
      apiKeyAuth: apiKeyAuth(names.prefix),
      authorization: onlyClients(seed.clients),
    },
    sectionName,
  );

const iris = (names: ParityNames) => ({
  ...names,
  prefix: `${names.prefix}-iris`,
});
const overridesResponses = (names: ParityNames) =>
  policy(iris(names), 'BackendTrafficPolicy', 'HTTPRoute', {
    responseOverride: [
      {
        match: { statusCodes: [{ type: 'Value', value: 418 }] },
        response: { body: { type: 'Inline', inline: 'other' } },
      },
    ],
  });

const list = { path: '/v1/models' };
const open = { status: 200, answer: /"object":"list"/ } as const;

export const aiTrapCases: readonly ParityCase[] = [
  {
    name: 'OpenAI models without a guard, which traps open',
    phases: [
      {
        apply: names => [
          keys(names, aiClients),
          completePolicy(names, chatModel),
          completePolicy(names, newerModel),
          ...aiModel(names, chatModel),
          ...aiModel(names, newerModel),
        ],
        exchanges: [
          chat(chatModel, keyOf.p1, { ...answered, awaited: true }),
          chat(newerModel, keyOf.p2, { ...answered, awaited: true }),
          chat(chatModel, keyOf.p2, forbidden),
          chat(newerModel, keyOf.p1, forbidden),
          chat(chatModel, undefined, unauthorized),
          { ...list, ...unauthorized },
        ],
      },
      {
        apply: names => [
          backend(iris(names)),
          overridesResponses(names),
          irisRoute(iris(names), { hostnames: [`iris.${names.host}`] }),
        ],
        exchanges: [
          { ...list, ...open },
          chat(chatModel, undefined, unauthorized),
          chat(chatModel, keyOf.p2, forbidden),
          chat(chatModel, keyOf.p1, answered),
        ],
      },
      {
        remove: names => [overridesResponses(names)],
        exchanges: [{ ...list, ...unauthorized }],
      },
      {
        remove: names => [completePolicy(names, chatModel)],
        exchanges: [
          chat(chatModel, undefined, answered),
          chat(newerModel, keyOf.p2, forbidden),
          { ...list, ...open },
        ],
      },
      {
        apply: names => [completePolicy(names, chatModel, 'route-not-found')],
        exchanges: [
          chat(chatModel, undefined, unauthorized),
          chat(chatModel, keyOf.p2, answered),
        ],
      },
      {
        apply: names => [completePolicy(names, chatModel, 'chat')],
        conditions: ({ prefix: name, namespace }) => [
          {
            kind: 'SecurityPolicy',
            name,
            conditions: {
              Accepted: `False TargetNotFound No section name chat found for HTTPRoute ${namespace}/${name}`,
            },
          },
        ],
        exchanges: [chat(chatModel, undefined, answered)],
      },
      {
        apply: names => [completePolicy(names, chatModel)],
        remove: names => [aiRoute(names, chatModel)],
        exchanges: [
          chat(newerModel, keyOf.p2, answered),
          chat(newerModel, undefined, unauthorized),
          chat(chatModel, keyOf.p1, forbidden),
          chat(chatModel, keyOf.p2, unknownModel),
        ],
      },
    ],
  },
];
