import { requestProblems } from '../feedback/requestProblems';
import { FieldProblems, FormField } from './formValues';

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
  const problems: AnswerProblems = { fields: {}, others: [] };
  for (const { field, problem } of requestProblems(error)) {
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
