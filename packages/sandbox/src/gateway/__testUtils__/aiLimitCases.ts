import { answered, chat } from './aiExchanges';
import { aiModel, aiPolicy, chatModel } from './aiObjects';
import { ParityCase } from './ParityCase';

/** Tokens of a question and its answer are taken when the answer has ended, so the next request sees them. */
const remaining = (
  tokens: number,
  more: Partial<Parameters<typeof chat>[2]> = {},
) =>
  chat(chatModel, undefined, {
    ...answered,
    answerHeaders: { 'x-ratelimit-remaining': String(tokens) },
    ...more,
  });

const stream = { stream: true };

export const aiLimitCases: readonly ParityCase[] = [
  {
    name: 'a limit of tokens',
    phases: [
      {
        apply: names => [
          aiPolicy(names, chatModel, 'BackendTrafficPolicy', {
            rateLimit: {
              global: {
                rules: [
                  {
                    limit: { requests: 20, unit: 'Hour' },
                    shared: true,
                    cost: {
                      request: { from: 'Number', number: 0 },
                      response: {
                        from: 'Metadata',
                        metadata: {
                          namespace: 'io.envoy.ai_gateway',
                          key: 'llm_total_token',
                        },
                      },
                    },
                  },
                ],
              },
            },
          }),
          ...aiModel(names, chatModel),
        ],
        exchanges: [
          chat(chatModel, undefined, {
            headers: { 'x-test-status': '418' },
            status: 418,
            awaited: true,
          }),
          chat(chatModel, undefined, {
            fields: stream,
            headers: { 'x-test-delay-ms': '200' },
            status: 200,
            answerHeaders: { 'x-ratelimit-remaining': '20' },
            abort: true,
          }),
          remaining(20),
          remaining(12, { fields: stream, answer: /\[DONE\]/ }),
          remaining(4),
          chat(chatModel, undefined, {
            status: 429,
            answer: '',
            answerHeaders: {
              'x-ratelimit-limit': '20, 20;w=3600',
              'x-ratelimit-remaining': '0',
            },
          }),
        ],
      },
    ],
  },
];
