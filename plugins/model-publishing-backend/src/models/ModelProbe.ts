import http from 'node:http';
import { z } from 'zod';
import { Upstream } from './Upstream';

/** Asks the server of a model what it speaks. */
export interface ModelProbe {
  /**
   * Whether it lists its models as OpenAI's protocol has it; undefined when it gives no answer. KServe's v1 protocol has
   * the same address, with another form of answer (gateway-facts 6.4).
   */
  speaksOpenai(upstream: Upstream): Promise<boolean | undefined>;
}

const TIMEOUT_MS = 2_000;
/** More than any list of the models of one server. */
const ANSWER_MAX_BYTES = 64 * 1024;

const openaiListSchema = z.object({
  object: z.literal('list'),
  data: z.array(z.looseObject({ id: z.string() })),
});

/** Needs a backend that reaches the Services of models, which one outside the cluster does not. */
export class HttpModelProbe implements ModelProbe {
  async speaksOpenai(upstream: Upstream): Promise<boolean | undefined> {
    const text = await readModels(upstream).catch(() => undefined);
    return text === undefined ? undefined : isOpenaiList(text);
  }
}

/** Follows no redirect: where requests go is said by the model's Service alone. */
function readModels({
  hostname,
  port,
  hostHeader,
  openaiPrefix,
}: Upstream): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      {
        host: hostname,
        port,
        path: `/${openaiPrefix}/models`,
        headers: { accept: 'application/json', host: hostHeader ?? hostname },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
      },
      answer => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > ANSWER_MAX_BYTES) {
            answer.destroy(new Error('The answer is too large'));
          }
        });
        answer.on('error', reject);
        answer.on('end', () => resolve(text));
      },
    );
    request.on('error', reject);
  });
}

function isOpenaiList(text: string): boolean {
  try {
    return openaiListSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
