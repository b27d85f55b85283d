import { ResponseError } from '@backstage/errors';
import { z } from 'zod';

/** The list of problems that the backend adds to its 4xx answers. */
const answerSchema = z.object({
  error: z.object({
    details: z.array(z.object({ field: z.string(), problem: z.string() })),
  }),
});

/** What the backend found wrong with the fields of a form; what is about none of them is left to the message. */
export function problemsOfKeyRequest<Field extends string>(
  error: Error | null,
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const answer = answerSchema.safeParse(
    ResponseError.is(error) ? error.body : undefined,
  );
  const problems: Partial<Record<Field, string>> = {};
  for (const { field, problem } of answer.data?.error.details ?? []) {
    const name = fields.find(
      candidate => field === candidate || field.endsWith(`.${candidate}`),
    );
    if (name) {
      problems[name] ??= problem;
    }
  }
  return problems;
}
