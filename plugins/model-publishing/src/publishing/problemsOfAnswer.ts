import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { FieldProblems, FormField } from './formValues';

/** The list of problems that the backend adds to its 4xx answers. */
const answerSchema = z.object({
  error: z.object({
    details: z.array(z.object({ field: z.string(), problem: z.string() })),
  }),
});

export interface AnswerProblems {
  /** Problems of fields that the form has. */
  fields: FieldProblems;
  /** Problems of fields that it does not have, as sentences. */
  others: string[];
}

/** What the backend found wrong with a request, sorted by the form's fields. */
export function problemsOfAnswer(
  error: Error | null,
  formFields: FormField[],
): AnswerProblems {
  const answer = answerSchema.safeParse(
    ResponseError.is(error) ? error.body : undefined,
  );
  const problems: AnswerProblems = { fields: {}, others: [] };
  for (const { field, problem } of answer.data?.error.details ?? []) {
    // "config.rateLimiting.burstLimit" is the field burstLimit; names are unique, but for limits of single tenants.
    const isOfTenant = field.includes('.perTenant.');
    const name = formFields.find(
      candidate => !isOfTenant && field.endsWith(`.${candidate}`),
    );
    if (name) {
      problems.fields[name] ??= problem;
    } else {
      problems.others.push(`${field} ${problem}`);
    }
  }
  return problems;
}
