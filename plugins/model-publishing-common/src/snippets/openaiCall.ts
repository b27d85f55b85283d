import { InputError } from '@backstage/errors';
import { isOpenaiEndpoint, KeyHeader, snippetCall } from './snippetCall';
import {
  OpenaiModelEndpoint,
  SnippetBody,
  SnippetRequest,
} from './SnippetRequest';

/** How the official clients of OpenAI's protocol, which are made alike, ask for one endpoint. */
export interface OpenaiMethod {
  /** Of the client, with its arguments in brackets. */
  method: string;
  /** Members of the request that Python's method has as parameters; others are sent as `extra_body`. */
  parameters: string[];
  /** Where the interesting part of an answer is, of the variable before it. */
  answer: string;
  /** The text in one part of a stream, as an expression of each language; nothing in some. Absent: there are no streams. */
  part?: { python: string; javascript: string };
}

const SAMPLING = ['model', 'stream', 'temperature', 'top_p'];
const TOKENS = [...SAMPLING, 'max_tokens', 'n', 'seed', 'stop', 'logprobs'];

const OPENAI_METHODS: Record<
  Exclude<OpenaiModelEndpoint, 'model'>,
  OpenaiMethod
> = {
  'chat/completions': {
    method: 'chat.completions.create',
    parameters: [
      ...TOKENS,
      'messages',
      'max_completion_tokens',
      'response_format',
      'stream_options',
      'tool_choice',
      'tools',
    ],
    answer: 'choices[0].message.content',
    part: {
      python: 'part.choices[0].delta.content if part.choices else None',
      javascript: 'part.choices[0]?.delta.content',
    },
  },
  completions: {
    method: 'completions.create',
    parameters: [...TOKENS, 'prompt', 'echo', 'stream_options', 'suffix'],
    answer: 'choices[0].text',
    part: {
      python: 'part.choices[0].text if part.choices else None',
      javascript: 'part.choices[0]?.text',
    },
  },
  embeddings: {
    method: 'embeddings.create',
    parameters: ['model', 'input', 'dimensions', 'encoding_format'],
    answer: 'data[0].embedding',
  },
  responses: {
    method: 'responses.create',
    parameters: [
      ...SAMPLING,
      'input',
      'instructions',
      'max_output_tokens',
      'tool_choice',
      'tools',
    ],
    answer: 'output_text',
    part: {
      python: 'getattr(part, "delta", None)',
      javascript: 'part.delta',
    },
  },
};

/** One call of a client of OpenAI's protocol, with everything decided but its language. */
export type OpenaiCall = { baseUrl: string; key?: KeyHeader } & (
  | { model: string }
  | { method: OpenaiMethod; body: SnippetBody; stream: boolean }
);

/** @throws InputError when the publication is of another protocol */
export function openaiCall(request: SnippetRequest): OpenaiCall {
  const { openai } = request.source;
  const { endpoint, key, body, stream } = snippetCall(request);
  if (!openai || !isOpenaiEndpoint(endpoint)) {
    throw new InputError('Only OpenAI-compatible models have such clients');
  }
  const { baseUrl, model } = openai;
  if (endpoint === 'model' || !body) {
    return { baseUrl, key, model };
  }
  // The clients ask for base64 otherwise, which not every server knows.
  const encoding = endpoint === 'embeddings' && { encoding_format: 'float' };
  return {
    baseUrl,
    key,
    method: OPENAI_METHODS[endpoint],
    body: { ...encoding, ...body },
    stream,
  };
}
