import { z } from 'zod';

/** Tokens of one answer, as its model reports them. */
export interface Usage {
  readonly input: number;
  /** Embeddings have none. */
  readonly output?: number;
  readonly total: number;
  /** What the model server calls itself. */
  readonly model: string;
}

const tokens = z.int().nonnegative();
const chatUsage = z
  .object({
    prompt_tokens: tokens,
    completion_tokens: tokens.optional(),
    total_tokens: tokens,
  })
  .transform(usage => ({
    input: usage.prompt_tokens,
    output: usage.completion_tokens,
    total: usage.total_tokens,
  }));
const responsesUsage = z
  .object({ input_tokens: tokens, output_tokens: tokens, total_tokens: tokens })
  .transform(usage => ({
    input: usage.input_tokens,
    output: usage.output_tokens,
    total: usage.total_tokens,
  }));
const answerSchema = z.object({
  model: z.string().default(''),
  usage: z.union([chatUsage, responsesUsage]),
});
const eventSchema = z.union([
  answerSchema,
  z.object({ response: answerSchema }).transform(({ response }) => response),
]);

function usageIn(text: string): Usage | undefined {
  try {
    const { success, data } = eventSchema.safeParse(JSON.parse(text));
    return success ? { ...data.usage, model: data.model } : undefined;
  } catch {
    // Not JSON: an answer without usage, which costs nothing.
    return undefined;
  }
}

/** The usage of a whole answer: a JSON object, or server-sent events of which the last with usage counts. */
export function readUsage(answer: string): Usage | undefined {
  const events = answer
    .split(/\r\n|\r|\n/)
    .filter(line => line.startsWith('data:'))
    .map(line => line.slice('data:'.length));
  return events.length
    ? events.map(usageIn).findLast(usage => usage !== undefined)
    : usageIn(answer);
}
