import {
  exampleBody,
  ModelType,
  TestEndpoint,
} from '@inference-portal/plugin-model-publishing-common';
import { KnownPublication } from '../api/usePublication';
import { jsonInLines } from './prettyJson';

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

interface PresetKind {
  id: PresetId;
  endpoint: TestEndpoint;
  stream?: true;
}

/** One thing to ask of a model, with an example to begin with. */
export interface Preset extends PresetKind {
  /** undefined: nothing is sent. */
  example: Record<string, unknown> | undefined;
}

/** The first one is what most people want. */
const KINDS: Record<ModelType, [PresetKind, ...PresetKind[]]> = {
  traditional: [
    { id: 'predict', endpoint: 'predict' },
    { id: 'infer', endpoint: 'infer' },
    { id: 'explain', endpoint: 'explain' },
    { id: 'metadata', endpoint: 'metadata' },
  ],
  openai: [
    { id: 'chatStreamed', endpoint: 'chat/completions', stream: true },
    { id: 'chat', endpoint: 'chat/completions' },
    { id: 'completion', endpoint: 'completions' },
    { id: 'embeddings', endpoint: 'embeddings' },
    { id: 'response', endpoint: 'responses' },
    { id: 'model', endpoint: 'model' },
  ],
};

/** What to ask a model. */
export function presetsOf({
  modelType,
  openai,
}: Pick<KnownPublication, 'modelType' | 'openai'>): [Preset, ...Preset[]] {
  const presetOf = (kind: PresetKind): Preset => {
    const example = exampleBody(kind.endpoint, openai?.model);
    return {
      ...kind,
      example: example && kind.stream ? { ...example, stream: true } : example,
    };
  };
  const [first, ...others] = KINDS[modelType];
  return [presetOf(first), ...others.map(presetOf)];
}

/** An example as text. */
export function exampleText({ example }: Pick<Preset, 'example'>): string {
  return example === undefined ? '' : jsonInLines(example);
}
