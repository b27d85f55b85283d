import { SnippetBody, SnippetEndpoint } from './SnippetRequest';

/** One measurement of the iris data set, the input of KServe's first example. */
const MEASUREMENT = [5.1, 3.5, 1.4, 0.2];
const GREETING = 'Hello';

const INSTANCES = { instances: [MEASUREMENT] };

/** The Open Inference Protocol (KServe's v2) wants shapes and types. */
const INPUTS = {
  inputs: [
    {
      name: 'input-0',
      shape: [1, MEASUREMENT.length],
      datatype: 'FP32',
      data: [MEASUREMENT],
    },
  ],
};

const EXAMPLES: Record<SnippetEndpoint, SnippetBody | undefined> = {
  predict: INSTANCES,
  explain: INSTANCES,
  infer: INPUTS,
  metadata: undefined,
  'chat/completions': { messages: [{ role: 'user', content: GREETING }] },
  completions: { prompt: GREETING },
  embeddings: { input: GREETING },
  responses: { input: GREETING },
  model: undefined,
};

/**
 * A small request for one endpoint; undefined where nothing is sent.
 *
 * @param model - what requests give as "model", of OpenAI-compatible models
 */
export function exampleBody(
  endpoint: SnippetEndpoint,
  model?: string,
): SnippetBody | undefined {
  const example = EXAMPLES[endpoint];
  return example && model !== undefined ? { model, ...example } : example;
}
