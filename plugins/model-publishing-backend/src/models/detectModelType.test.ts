import { KubernetesObject } from '../cluster/defineResource';
import { aModel, aModelWithArgs } from './aModel';
import { detectModelType, openaiPrefixOf } from './detectModelType';

const override = (value: string) => ({
  'inference-portal.io/model-type': value,
});

function aRuntime(serverType: string): KubernetesObject {
  const annotations = { 'serving.kserve.io/server-type': serverType };
  return {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata: { name: 'own-runtime', annotations },
  };
}

function aModelWithImage(image: string): KubernetesObject {
  return aModel({ spec: { predictor: { containers: [{ image }] } } });
}

describe('detectModelType', () => {
  it.each<[string, KubernetesObject, string]>([
    [
      'traditional',
      aModelWithArgs('sklearn', []),
      "the model format sklearn is not served in OpenAI's protocol",
    ],
    ['openai', aModelWithArgs('vLLM', []), 'the model format is vLLM'],
    [
      'openai',
      aModelWithArgs('huggingface', []),
      "the Hugging Face server speaks OpenAI's protocol",
    ],
    [
      'openai',
      aModelWithArgs('HuggingFace', ['--task=text_generation']),
      "the Hugging Face server serves text_generation in OpenAI's protocol",
    ],
    [
      'traditional',
      aModelWithArgs('huggingface', ['--task', 'fill_mask']),
      "the Hugging Face server does not serve fill_mask in OpenAI's protocol",
    ],
    [
      'openai',
      aModelWithImage('vllm/vllm-openai:v0.11'),
      'the image vllm/vllm-openai:v0.11 is an OpenAI-compatible server',
    ],
    [
      'traditional',
      aModelWithImage('registry.example.org/team/own-server:1'),
      'nothing about the model points to an OpenAI-compatible server',
    ],
    [
      'openai',
      aModel({ kind: 'LLMInferenceService', spec: {} }),
      'an LLMInferenceService is always OpenAI-compatible',
    ],
    [
      'openai',
      aModel({ annotations: override('openai') }),
      'the annotation inference-portal.io/model-type says openai',
    ],
  ])('finds %s in %j', (modelType, model, rule) => {
    expect(detectModelType(model)).toMatchObject({ modelType, rule });
  });

  it.each([
    ['own-server:1', 'traditional'],
    ['vllm/vllm-openai:v0.11', 'openai'],
  ])(
    'says that the type of a container %s is but a guess: %s',
    (image, modelType) => {
      const model = aModelWithImage(image);
      expect(detectModelType(model)).toMatchObject({
        modelType,
        isGuess: true,
      });
    },
  );

  it('does not call guesses what a model says of itself', () =>
    expect(detectModelType(aModel({})).isGuess).toBeUndefined());

  it.each([
    ['InferenceService', 'traditional'],
    ['LLMInferenceService', 'openai'],
  ])(
    'lets an annotation overrule everything but the kind: %s',
    (kind, modelType) => {
      const model = aModel({
        kind,
        annotations: override('traditional'),
        spec: { predictor: { model: { modelFormat: { name: 'vllm' } } } },
      });
      expect(detectModelType(model).modelType).toBe(modelType);
    },
  );

  it('passes over an annotation with another value', () => {
    expect(
      detectModelType(aModel({ annotations: override('gpt') })).modelType,
    ).toBe('traditional');
  });

  it.each([
    ['vllmserver', [], 'openai'],
    ['huggingfaceserver', ['--task=text_generation'], 'openai'],
    ['huggingfaceserver', ['--task=token_classification'], 'traditional'],
    ['mlserver', [], 'traditional'],
  ])(
    'believes a runtime of server type %s, with %j, before the model format: %s',
    (serverType, args, modelType) => {
      expect(
        detectModelType(aModelWithArgs('custom', args), aRuntime(serverType))
          .modelType,
      ).toBe(modelType);
    },
  );
});

describe('openaiPrefixOf', () => {
  const huggingFace = aModelWithArgs('huggingface', []);
  const says = (value: string) =>
    aModel({ annotations: { 'inference-portal.io/openai-prefix': value } });

  it.each<[string, KubernetesObject, KubernetesObject | undefined, string]>([
    [
      "KServe's Hugging Face server by format",
      huggingFace,
      undefined,
      'openai/v1',
    ],
    [
      "KServe's Hugging Face server by runtime",
      aModel(),
      aRuntime('huggingfaceserver'),
      'openai/v1',
    ],
    [
      'vLLM for a Hugging Face model',
      huggingFace,
      aRuntime('vllmserver'),
      'v1',
    ],
    ['any other server', aModel(), undefined, 'v1'],
    ['a server whose owner says so', says('openai/v1'), undefined, 'openai/v1'],
    ['an owner who says something else', says('../admin'), undefined, 'v1'],
  ])('of %s', (_, model, runtime, prefix) =>
    expect(openaiPrefixOf(model, runtime)).toBe(prefix),
  );
});
