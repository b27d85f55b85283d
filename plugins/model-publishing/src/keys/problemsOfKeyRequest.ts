import { requestProblems } from '../feedback/requestProblems';

/** What the backend found wrong with the fields of a form; what is about none of them is left to the message. */
export function problemsOfKeyRequest<Field extends string>(
  error: Error | null,
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  for (const { field, problem } of requestProblems(error)) {
    const name = fields.find(candidate => field === candidate);
    if (name) {
      problems[name] ??= problem;
    }
  }
  return problems;
}
