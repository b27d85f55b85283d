import {
  externalPathProblems,
  ModelType,
  openaiPathProblems,
  traditionalPathProblems,
} from '@inference-portal/plugin-model-publishing-common';

/** What is wrong with the path of a model of a type, by the rules that the backend applies too. */
export function pathProblems(path: string, modelType: ModelType): string[] {
  const grammar = externalPathProblems(path);
  if (grammar.length > 0) {
    return grammar;
  }
  return modelType === 'openai'
    ? openaiPathProblems(path)
    : traditionalPathProblems(path);
}
