import { ModelType } from '@inference-portal/plugin-model-publishing-common';

/** The rules of a traditional model's route that use the model, in the order of `renderHttpRoute`: the last one tells about it. */
const TRADITIONAL_RULES = [0, 1, 2];
/** The AI Gateway adds rules of its own to the route that it makes. */
const OPENAI_RULES = [0];

/** Whether requests that a rule of a publication's route takes are usage of the model. */
export function isUsageRule(modelType: ModelType, rule: number): boolean {
  return (modelType === 'openai' ? OPENAI_RULES : TRADITIONAL_RULES).includes(
    rule,
  );
}
