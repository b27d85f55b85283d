import { ResponseError } from '@backstage/errors';
import { z } from 'zod';

/** One problem of a request, at the field of the request where it is. */
export interface RequestProblem {
  /** Such as `config.rateLimiting.burstLimit`. */
  field: string;
  problem: string;
}

/** The list of problems that the backend adds to its 4xx answers. */
const answerSchema = z.object({
  error: z.object({
    details: z.array(z.object({ field: z.string(), problem: z.string() })),
  }),
});

/** What the backend found wrong with a request, by field; empty when it names none. */
export function requestProblems(error: Error | null): RequestProblem[] {
  const answer = answerSchema.safeParse(
    ResponseError.is(error) ? error.body : undefined,
  );
  return answer.data?.error.details ?? [];
}
