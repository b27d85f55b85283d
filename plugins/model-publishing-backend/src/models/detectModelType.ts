import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { InferenceServiceSpec } from '../cluster/resources/InferenceService';
import { argumentOf, Component, predictorOf } from './componentOf';
import { Upstream } from './Upstream';

/** Annotation by which a model's owner overrides the detection. */
const MODEL_TYPE_ANNOTATION = 'inference-portal.io/model-type';
/** Annotation by which a runtime names its server, since KServe 0.17. */
const SERVER_TYPE_ANNOTATION = 'serving.kserve.io/server-type';
/** Tasks of KServe's Hugging Face server that are served in OpenAI's protocol. */
const OPENAI_TASKS = [
  'text_generation',
  'text2text_generation',
  'text_embedding',
  'embeddings',
];
const OPENAI_IMAGE =
  /vllm\/vllm-openai|sglang|text-generation-inference|llama\.cpp/;

/** Annotation by which a model's owner says what its server's OpenAI paths begin with. */
const OPENAI_PREFIX_ANNOTATION = 'inference-portal.io/openai-prefix';

export interface DetectedModelType {
  modelType: ModelType;
  /** The rule that decided, for people. */
  rule: string;
  /** The rule is a guess, which the model's server may know better. */
  isGuess?: boolean;
}

/**
 * Whether a model speaks OpenAI's protocol, by the first rule that applies (gateway-facts 6.4; `decideModelType` has the live
 * probe).
 *
 * @param runtime - the runtime that KServe has chosen; without it, its rule is passed over
 */
export function detectModelType(
  model: KubernetesObject,
  runtime?: KubernetesObject,
): DetectedModelType {
  const predictor = predictorOf((model.spec ?? {}) as InferenceServiceSpec);
  return (
    byKind(model) ??
    byAnnotation(model) ??
    byRuntime(predictor, runtime) ??
    byModelFormat(model, predictor) ??
    byImage(predictor) ?? {
      modelType: 'traditional',
      rule: 'nothing about the model points to an OpenAI-compatible server',
      isGuess: true,
    }
  );
}

/**
 * What the paths of a model's server begin with, should it speak OpenAI's protocol: `openai/v1` at KServe's own Hugging
 * Face server, `v1` at every other (gateway-facts 3.3). The owner's annotation overrides it.
 */
export function openaiPrefixOf(
  model: KubernetesObject,
  runtime?: KubernetesObject,
): Upstream['openaiPrefix'] {
  const said = model.metadata.annotations?.[OPENAI_PREFIX_ANNOTATION];
  if (said === 'v1' || said === 'openai/v1') {
    return said;
  }
  const server = runtime?.metadata.annotations?.[SERVER_TYPE_ANNOTATION];
  const isHuggingFace = server
    ? server === 'huggingfaceserver'
    : modelFormatOf(model) === 'huggingface';
  return isHuggingFace ? 'openai/v1' : 'v1';
}

function byAnnotation({
  metadata,
}: KubernetesObject): DetectedModelType | undefined {
  const value = metadata.annotations?.[MODEL_TYPE_ANNOTATION];
  return value === 'openai' || value === 'traditional'
    ? {
        modelType: value,
        rule: `the annotation ${MODEL_TYPE_ANNOTATION} says ${value}`,
      }
    : undefined;
}

function byKind({ kind }: KubernetesObject): DetectedModelType | undefined {
  return kind === 'LLMInferenceService'
    ? openai('an LLMInferenceService is always OpenAI-compatible')
    : undefined;
}

function byRuntime(
  predictor: Component,
  runtime: KubernetesObject | undefined,
): DetectedModelType | undefined {
  switch (runtime?.metadata.annotations?.[SERVER_TYPE_ANNOTATION]) {
    case 'vllmserver':
      return openai(`the runtime ${runtime.metadata.name} is vLLM`);
    case 'huggingfaceserver':
      return byTask(predictor);
    default:
      return undefined;
  }
}

function modelFormatOf({ spec }: KubernetesObject): string | undefined {
  const { predictor } = (spec ?? {}) as Partial<InferenceServiceSpec>;
  return predictor?.model?.modelFormat?.name?.toLowerCase();
}

function byModelFormat(
  model: KubernetesObject,
  predictor: Component,
): DetectedModelType | undefined {
  const format = modelFormatOf(model);
  switch (format) {
    case undefined:
      return undefined;
    case 'vllm':
      return openai('the model format is vLLM');
    case 'huggingface':
      return byTask(predictor);
    default:
      return {
        modelType: 'traditional',
        rule: `the model format ${format} is not served in OpenAI's protocol`,
      };
  }
}

/** Without a task, the server takes it from the model, which is mostly a generative one. */
function byTask({ args }: Component): DetectedModelType {
  const task = argumentOf('--task', args);
  if (task === undefined) {
    return openai("the Hugging Face server speaks OpenAI's protocol");
  }
  return OPENAI_TASKS.includes(task)
    ? openai(`the Hugging Face server serves ${task} in OpenAI's protocol`)
    : {
        modelType: 'traditional',
        rule: `the Hugging Face server does not serve ${task} in OpenAI's protocol`,
      };
}

function byImage({ containers }: Component): DetectedModelType | undefined {
  const image = containers
    .map(container => container.image ?? '')
    .find(name => OPENAI_IMAGE.test(name));
  return image
    ? {
        ...openai(`the image ${image} is an OpenAI-compatible server`),
        isGuess: true,
      }
    : undefined;
}

function openai(rule: string): DetectedModelType {
  return { modelType: 'openai', rule };
}
