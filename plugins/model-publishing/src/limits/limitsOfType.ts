import {
  LIMIT_NAMES,
  LimitName,
  ModelType,
} from '@inference-portal/plugin-model-publishing-common';

/** The limits that models of a type can have: only OpenAI-compatible ones report tokens. */
export function limitsOfType(modelType: ModelType): LimitName[] {
  return LIMIT_NAMES.filter(
    name => modelType === 'openai' || name !== 'tokensPerHour',
  );
}
