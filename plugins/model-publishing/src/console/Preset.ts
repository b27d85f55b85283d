import {
  ModelType,
  TestEndpoint,
} from '@inference-portal/plugin-model-publishing-common';

/** One thing to ask of a model, with an example to begin with. */
export interface Preset {
  id: PresetId;
  endpoint: TestEndpoint;
  /** undefined: nothing is sent. */
  example: object | undefined;
}

export type PresetId =
  | 'predict'
  | 'infer'
  | 'explain'
  | 'metadata'
  | 'chat'
  | 'chatStreamed'
  | 'completion'
  | 'embeddings'
  | 'response'
  | 'model';

/** Two measurements of the iris data set, the input of KServe's first example. */
const IRIS = [
  [6.8, 2.8, 4.8, 1.4],
  [6.0, 3.4, 4.5, 1.6],
];
const INSTANCES = { instances: IRIS };
const TENSOR = {
  inputs: [
    { name: 'input-0', shape: [2, 4], datatype: 'FP32', data: IRIS.flat() },
  ],
};
const CHAT = {
  messages: [{ role: 'user', content: 'Say hello in three languages.' }],
  max_tokens: 100,
};

const PRESETS: Record<ModelType, [Preset, ...Preset[]]> = {
  traditional: [
    { id: 'predict', endpoint: 'predict', example: INSTANCES },
    { id: 'infer', endpoint: 'infer', example: TENSOR },
    { id: 'explain', endpoint: 'explain', example: INSTANCES },
    { id: 'metadata', endpoint: 'metadata', example: undefined },
  ],
  openai: [
    { id: 'chat', endpoint: 'chat/completions', example: CHAT },
    {
      id: 'chatStreamed',
      endpoint: 'chat/completions',
      example: {
        ...CHAT,
        stream: true,
        stream_options: { include_usage: true },
      },
    },
    {
      id: 'completion',
      endpoint: 'completions',
      example: { prompt: 'Once upon a time', max_tokens: 50 },
    },
    {
      id: 'embeddings',
      endpoint: 'embeddings',
      example: { input: ['The first text', 'The second text'] },
    },
    {
      id: 'response',
      endpoint: 'responses',
      example: { input: 'Say hello in three languages.' },
    },
    { id: 'model', endpoint: 'model', example: undefined },
  ],
};

/** What to ask models of a type; the first one is what most people want. */
export function presetsOf(modelType: ModelType): [Preset, ...Preset[]] {
  return PRESETS[modelType];
}

/** An example as text. */
export function exampleText({ example }: Preset): string {
  return example === undefined ? '' : JSON.stringify(example, null, 2);
}
