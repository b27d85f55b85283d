import { Histogram, Registry } from 'prom-client';

/** One request that the AI Gateway has understood, in the words of its series. */
export interface AiRequest {
  /** Value of x-client-id; a request without one has no such label. */
  readonly clientId?: string;
  readonly operation: 'chat' | 'completion' | 'embeddings' | 'responses';
  /** What the client asked for. */
  readonly originalModel: string;
  /** What the model server was asked for: after `modelNameOverride`. */
  readonly requestModel: string;
  /** What the model server says it is; absent: it has not said. */
  readonly responseModel?: string;
}

/** Tokens of one answer; embeddings have no output. */
export interface TokenUsage {
  readonly input: number;
  readonly output?: number;
}

const AI_LABELS = [
  'client_id',
  'gen_ai_operation_name',
  'gen_ai_original_model',
  'gen_ai_provider_name',
  'gen_ai_request_model',
  'gen_ai_response_model',
  'otel_scope_name',
] as const;

const firstTokenBuckets = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5,
  7.5, 10, 15, 20, 30, 45, 60,
];

function labelsOf(request: AiRequest) {
  return {
    ...(request.clientId !== undefined && { client_id: request.clientId }),
    gen_ai_operation_name: request.operation,
    gen_ai_original_model: request.originalModel,
    gen_ai_provider_name: 'openai',
    gen_ai_request_model: request.requestModel,
    gen_ai_response_model: request.responseModel ?? 'unknown',
    otel_scope_name: 'envoyproxy/ai-gateway',
  };
}

/**
 * The AI Gateway's counts. The label `client_id` is there because its controller is taken to run with
 * `metricsRequestHeaderAttributes: x-client-id:client.id` (gateway-facts 3.6).
 */
export class AiMetrics {
  readonly #tokens;
  readonly #duration;
  readonly #firstToken;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#tokens = new Histogram({
      name: 'gen_ai_client_token_usage',
      help: 'Number of tokens processed.',
      labelNames: [...AI_LABELS, 'gen_ai_token_type'],
      buckets: Array.from({ length: 14 }, (_, power) => 4 ** power),
      registers,
    });
    this.#duration = new Histogram({
      name: 'gen_ai_server_request_duration_seconds',
      help: 'Generative AI server request duration such as time-to-last byte or last output token.',
      labelNames: [...AI_LABELS, 'error_type'],
      buckets: Array.from({ length: 14 }, (_, power) => 2 ** power / 100),
      registers,
    });
    this.#firstToken = new Histogram({
      name: 'gen_ai_server_time_to_first_token_seconds',
      help: 'Time to receive first token in streaming responses.',
      labelNames: AI_LABELS,
      buckets: firstTokenBuckets,
      registers,
    });
  }

  /** The usage that a model server has told with its answer. */
  countTokens(request: AiRequest, { input, output }: TokenUsage): void {
    const labels = labelsOf(request);
    this.#tokens.observe({ ...labels, gen_ai_token_type: 'input' }, input);
    if (output !== undefined) {
      this.#tokens.observe({ ...labels, gen_ai_token_type: 'output' }, output);
    }
  }

  /** How long an answer took, up to its last byte; `errorType` names why it failed. */
  observeRequest(
    request: AiRequest,
    { seconds, errorType }: { seconds: number; errorType?: string },
  ): void {
    const error = errorType === undefined ? {} : { error_type: errorType };
    this.#duration.observe({ ...labelsOf(request), ...error }, seconds);
  }

  /** How long the first part of a stream took. */
  observeFirstToken(request: AiRequest, seconds: number): void {
    this.#firstToken.observe(labelsOf(request), seconds);
  }
}
