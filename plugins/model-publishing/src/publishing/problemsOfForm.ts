import {
  ModelType,
  rateLimitingSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { pathProblems } from '../addresses/pathProblems';
import { limitsOfType } from '../limits/limitsOfType';
import { FieldProblems, FormValues } from './formValues';

const WHOLE_NUMBER = /^\d+$/;

/**
 * What is wrong with the form as it stands, by the rules that the backend applies too.
 *
 * @param wholeNumber - says in the user's language that a limit is no number
 */
export function problemsOfForm(
  values: FormValues,
  modelType: ModelType,
  wholeNumber: string,
): FieldProblems {
  const problems: FieldProblems = {};
  const [pathProblem] = pathProblems(values.externalPath, modelType);
  if (pathProblem) {
    problems.externalPath = pathProblem;
  }
  for (const name of limitsOfType(modelType)) {
    const text = values[name].trim();
    if (text === '') {
      continue;
    }
    const limit = rateLimitingSchema.shape[name].safeParse(Number(text));
    if (!WHOLE_NUMBER.test(text)) {
      problems[name] = wholeNumber;
    } else if (!limit.success) {
      problems[name] = limit.error.issues[0]?.message;
    }
  }
  return problems;
}
