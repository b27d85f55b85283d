import { ListedPublication } from '../publications/listedPublication';

/** What a snippet needs to know of a publication. */
export type SnippetSource = Pick<
  ListedPublication,
  'externalUrl' | 'openai' | 'requireApiKey'
>;

/** What traditional models are asked for, below their address; `metadata` is the address itself. */
export const TRADITIONAL_ENDPOINTS = [
  'predict',
  'explain',
  'infer',
  'metadata',
] as const;
export type TraditionalEndpoint = (typeof TRADITIONAL_ENDPOINTS)[number];

/** What OpenAI-compatible models are asked for, below their base URL; `model` describes the model itself. */
export const OPENAI_ENDPOINTS = [
  'chat/completions',
  'completions',
  'embeddings',
  'responses',
  'model',
] as const;
export type OpenaiModelEndpoint = (typeof OPENAI_ENDPOINTS)[number];

export type SnippetEndpoint = TraditionalEndpoint | OpenaiModelEndpoint;

/** A JSON object, as it is sent to a model. */
export type SnippetBody = Record<string, unknown>;

/** The call that a snippet makes. */
export interface SnippetRequest {
  source: SnippetSource;
  /** Otherwise predict, or chat/completions. */
  endpoint?: SnippetEndpoint;
  /** Otherwise an example. `metadata` and `model` are read, and have none. */
  body?: SnippetBody;
  /** Whether the answer comes in parts, from OpenAI-compatible models only; otherwise what the body says. */
  stream?: boolean;
}
