import {
  ModelType,
  openaiPathOf,
} from '@inference-portal/plugin-model-publishing-common';

/** The path that the platform gives a model where none is asked for. */
export function defaultPathOf(model: string, modelType: ModelType): string {
  return modelType === 'openai' ? openaiPathOf(model) : `/models/${model}`;
}
