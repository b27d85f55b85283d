import { chat, answered, keyOf } from './aiExchanges';
import { chatModel, newerModel } from './aiObjects';
import { ParityExchange, ParityNames } from './ParityCase';
import { apiKeyAuth, Fields, keys, policy } from './parityObjects';
import { forbidden, unauthorized } from './publishedModel';

/** The policy of the Gateway: who is calling, and that nobody may call but whom a route admits. */
export const guard = (names: ParityNames) =>
  policy(names, 'SecurityPolicy', 'Gateway', {
    apiKeyAuth: apiKeyAuth(`${names.prefix}-gateway`),
    authorization: { defaultAction: 'Deny' },
  });

/** The keys that it knows. */
export const guardKeys = (
  names: ParityNames,
  clients: Record<string, string>,
) => keys(names, clients, '-gateway');

/** Takes what clients must not say out of requests. */
export const listenerPolicy = (names: ParityNames, spec: Fields = {}) =>
  policy(names, 'ClientTrafficPolicy', 'Gateway', {
    headers: {
      earlyRequestHeaders: { remove: ['x-client-id', 'x-ai-eg-model'] },
    },
    ...spec,
  });

/** Who may call which model, with the guard in force. */
export const matrix: readonly ParityExchange[] = [
  chat(chatModel, keyOf.p1, { ...answered, awaited: true }),
  chat(newerModel, keyOf.p2, { ...answered, awaited: true }),
  chat(chatModel, undefined, unauthorized),
  chat(chatModel, 'bogus', unauthorized),
  chat(chatModel, keyOf.p2, forbidden),
  chat(newerModel, undefined, unauthorized),
  chat(newerModel, keyOf.p1, forbidden),
];
