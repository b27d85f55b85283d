import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { InferenceServiceSpec } from '../cluster/resources/InferenceService';
import { argumentOf } from './InferenceServiceView';

/** Annotation by which a model's owner overrides the detection. */
const MODEL_TYPE_ANNOTATION = 'inference-portal.io/model-type';
/** Tasks of KServe's Hugging Face server that speak OpenAI's protocol (gateway-facts 6.4). */
const GENERATIVE_TASKS = ['text_generation', 'text2text_generation', 'text_embedding', 'embeddings'];
const OPENAI_IMAGES = /vllm|sglang|text-generation-inference|llama\.cpp/;

export interface DetectedModelType {
  modelType: ModelType;
  /** The rule that decided, for people. */
  rule: string;
}

/** Whether a model speaks OpenAI's protocol, by the first rule that applies (gateway-facts 6.4, without a probe). */
export function detectModelType({ metadata, spec }: KubernetesObject): DetectedModelType {
  const annotated = metadata.annotations?.[MODEL_TYPE_ANNOTATION];
  if (annotated === 'openai' || annotated === 'traditional') {
    return { modelType: annotated, rule: `annotation ${MODEL_TYPE_ANNOTATION}` };
  }
  const predictor = (spec as InferenceServiceSpec | undefined)?.predictor;
  const format = predictor?.model?.modelFormat?.name?.toLowerCase();
  if (format === 'vllm') {
    return { modelType: 'openai', rule: 'model format vLLM' };
  }
  if (format === 'huggingface') {
    const task = argumentOf('--task', predictor?.model?.args) ?? 'text_generation';
    const modelType = GENERATIVE_TASKS.includes(task) ? 'openai' : 'traditional';
    return { modelType, rule: `model format huggingface with task ${task}` };
  }
  const image = predictor?.containers?.map(container => container.image ?? '').find(name => OPENAI_IMAGES.test(name));
  if (image) {
    return { modelType: 'openai', rule: `container image ${image}` };
  }
  return {
    modelType: 'traditional',
    rule: format ? `model format ${format}` : 'no sign of an OpenAI-compatible server',
  };
}
