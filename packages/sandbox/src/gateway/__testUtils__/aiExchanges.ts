import { AiSeed } from './aiObjects';
import { ParityExchange } from './ParityCase';

/** Keys of the clients in `aiClients`. */
export const keyOf = { p1: 'key-of-chat', p2: 'key-of-newer' } as const;

/** Client ids and keys of both models, in one Secret. */
export const aiClients = {
  _sentinel: 'unguessable',
  'p1.acme.k1': keyOf.p1,
  'p2.acme.k1': keyOf.p2,
};

/** One question to a model: 3 tokens, and 5 of the answer. */
export function chat(
  { publicName }: Pick<AiSeed, 'publicName'>,
  key: string | undefined,
  {
    fields = {},
    headers = {},
    ...expected
  }: Omit<ParityExchange, 'path' | 'method' | 'body'> & {
    readonly fields?: Readonly<Record<string, unknown>>;
  },
): ParityExchange {
  return {
    method: 'POST',
    path: '/v1/chat/completions',
    headers: { ...(key && { 'x-api-key': key }), ...headers },
    body: JSON.stringify({
      model: publicName,
      messages: [{ role: 'user', content: 'how are you' }],
      ...fields,
    }),
    ...expected,
  };
}

/** What models answer to the question. */
export const answered = {
  status: 200,
  answer: /"you said: how are you"/,
} as const;

/** For a model that no route names; as clients see it. */
export const unknownModel = {
  status: 404,
  answer:
    'No matching route found. It is likely because the model specified in your request is not configured in the Gateway.',
} as const;
