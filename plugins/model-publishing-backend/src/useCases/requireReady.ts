import { ConflictError } from '@backstage/errors';
import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { ObservedModel } from '../models/ModelDirectory';
import { isPathSegment } from '../models/Upstream';

/** @throws ConflictError when a model is not ready, or cannot be published as one of that type */
export function requireReady(model: ObservedModel, modelType: ModelType): void {
  if (!model.ready) {
    throw new ConflictError(
      `Model is not ready: ${model.reason ?? 'KServe gives no reason'}`,
    );
  }
  if (!model.upstream.ok) {
    throw new ConflictError(
      `Model cannot be published: ${model.upstream.message}`,
    );
  }
  if (modelType === 'traditional' && model.kind === 'LLMInferenceService') {
    throw new ConflictError(
      'Model cannot be published as a traditional one: an LLMInferenceService is always OpenAI-compatible',
    );
  }
  const { servedName } = model.upstream.upstream;
  if (modelType === 'traditional' && !isPathSegment(servedName)) {
    throw new ConflictError(
      `Model cannot be published as a traditional one: its --model_name "${servedName}" cannot be part of a path`,
    );
  }
}
