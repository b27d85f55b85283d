import { answered, chat, keyOf, unknownModel } from './aiExchanges';
import { chatModel, newerModel } from './aiObjects';
import { ParityExchange } from './ParityCase';
import { forbidden, unauthorized } from './publishedModel';

const spoofed = { 'x-client-id': 'p2.acme.k1', 'x-ai-eg-model': 'parity/chat' };

const isList =
  /^\{"data":\[\{"id":"parity\/chat","created":1767225600,"object":"model","owned_by":"tenant"\},\{"id":"parity\/chat2",.*\}\],"object":"list"\}$/;

const key = { 'x-api-key': keyOf.p1 };

/** What the external processor makes of requests to both models behind a guard. */
export const processorExchanges: readonly ParityExchange[] = [
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
    answer: /"choices": ?\[\], ?"usage": ?\{.*"total_tokens": ?8\b.*\[DONE\]/s,
    answerHeaders: { 'content-type': /^text\/event-stream/ },
    atModel: {
      model: 'tenant-a/chat',
      path: '/openai/v1/chat/completions',
      body: /"stream_options": ?\{"include_usage": ?true\}/,
    },
  }),
];
