import { localReply, LocalReply } from '../GatewayRequest';

/** The operations of OpenAI's API that the sandbox's AI Gateway understands; the real one has some more. */
const operations = {
  '/v1/chat/completions': 'chat',
  '/v1/completions': 'completion',
  '/v1/embeddings': 'embeddings',
  '/v1/responses': 'responses',
} as const;

export type AiOperation = (typeof operations)[keyof typeof operations];

/** A request whose body the external processor has read. */
export interface AiRequest {
  readonly operation: AiOperation;
  /** As the client names it; empty when it does not. Absent: there is no body, so that nobody has looked. */
  readonly model?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const byPath = new Map<string, AiOperation>(Object.entries(operations));

/** What a path asks for; undefined for paths that the AI Gateway does not support. */
export function operationOf(path: string): AiOperation | undefined {
  return byPath.get(path);
}

/** Reads a body, or answers as the AI Gateway does when it is not JSON. Envoy hands over none that is empty. */
export function readAiRequest(
  path: string,
  operation: AiOperation,
  body: Buffer,
): AiRequest | { readonly reply: LocalReply } {
  if (body.length === 0) {
    return { operation, body: {} };
  }
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    const fields: Record<string, unknown> = { ...Object(parsed) };
    const model = typeof fields.model === 'string' ? fields.model : '';
    return { operation, model, body: fields };
  } catch (error) {
    const message = `malformed request: failed to parse JSON for ${path}: ${
      error instanceof Error ? error.message : error
    }`;
    const answer = JSON.stringify({
      type: 'error',
      error: { type: 'BadRequest', code: '400', message },
    });
    return {
      reply: localReply(400, answer, { 'content-type': 'application/json' }),
    };
  }
}
