import { Counter, Histogram, Registry } from 'prom-client';

/** One request that the AI Gateway has understood, in the words of its series. */
export interface AiRequest {
  /** Value of x-client-id; a request without one has no such label. */
  readonly clientId?: string;
  readonly operation: 'chat' | 'completion' | 'embeddings' | 'responses';
  /** What the client asked for. */
  readonly originalModel: string;
  /** What the model server was asked for: after `modelNameOverride`. */
  readonly requestModel: string;
  /** What the model server says it is. */
  readonly responseModel: string;
}

/** Tokens of one answer; embeddings have no output. */
export interface TokenUsage {
  readonly input: number;
  readonly output?: number;
}

const CLUSTER = 'envoy_cluster_name';

const AI_LABELS = [
  'client_id',
  'gen_ai_operation_name',
  'gen_ai_original_model',
  'gen_ai_provider_name',
  'gen_ai_request_model',
  'gen_ai_response_model',
  'otel_scope_name',
] as const;

function labelsOf(request: AiRequest) {
  return {
    ...(request.clientId !== undefined && { client_id: request.clientId }),
    gen_ai_operation_name: request.operation,
    gen_ai_original_model: request.originalModel,
    gen_ai_provider_name: 'openai',
    gen_ai_request_model: request.requestModel,
    gen_ai_response_model: request.responseModel,
    otel_scope_name: 'envoyproxy/ai-gateway',
  };
}

/** Envoy's name for what a rule of a route leads to (gateway-facts 4.1). */
export function clusterNameOf(route: {
  readonly namespace: string;
  readonly name: string;
  readonly rule: number;
}): string {
  return `httproute/${route.namespace}/${route.name}/rule/${route.rule}`;
}

/**
 * Counts in the series of Envoy and of the AI Gateway (stack-proof 7). As there, a series does not exist before its
 * first use, and those of a cluster vanish with it.
 */
export class GatewayMetrics {
  readonly #registry = new Registry();
  readonly #registers = [this.#registry];
  readonly #total = new Counter({
    name: 'envoy_cluster_upstream_rq_total',
    help: 'Requests that were sent to the cluster.',
    labelNames: [CLUSTER],
    registers: this.#registers,
  });
  readonly #byStatus = new Counter({
    name: 'envoy_cluster_upstream_rq',
    help: 'Answers by status.',
    labelNames: ['envoy_response_code', CLUSTER],
    registers: this.#registers,
  });
  readonly #byClass = new Counter({
    name: 'envoy_cluster_upstream_rq_xx',
    help: 'Answers by class of status.',
    labelNames: ['envoy_response_code_class', CLUSTER],
    registers: this.#registers,
  });
  readonly #limitOk = new Counter({
    name: 'envoy_cluster_ratelimit_ok',
    help: 'Requests that the rate limit service let pass.',
    labelNames: [CLUSTER],
    registers: this.#registers,
  });
  readonly #overLimit = new Counter({
    name: 'envoy_cluster_ratelimit_over_limit',
    help: 'Requests that the rate limit service refused.',
    labelNames: [CLUSTER],
    registers: this.#registers,
  });
  readonly #tokens = new Histogram({
    name: 'gen_ai_client_token_usage',
    help: 'Number of tokens processed.',
    labelNames: [...AI_LABELS, 'gen_ai_token_type'],
    buckets: Array.from({ length: 14 }, (_, power) => 4 ** power),
    registers: this.#registers,
  });
  readonly #duration = new Histogram({
    name: 'gen_ai_server_request_duration_seconds',
    help: 'Generative AI server request duration such as time-to-last byte or last output token.',
    labelNames: [...AI_LABELS, 'error_type'],
    buckets: Array.from({ length: 14 }, (_, power) => 2 ** power / 100),
    registers: this.#registers,
  });
  readonly #statuses = new Map<string, Set<number>>();

  /** A request that was sent to a cluster, and its answer. */
  countUpstream(cluster: string, status: number): void {
    this.#total.inc({ [CLUSTER]: cluster });
    this.#countStatus(cluster, status);
  }

  /** What the rate limit service said. A refusal counts as an answer with 429 too, but not as a request sent. */
  countGlobalLimit(cluster: string, verdict: 'ok' | 'overLimit'): void {
    if (verdict === 'ok') {
      this.#limitOk.inc({ [CLUSTER]: cluster });
      return;
    }
    this.#overLimit.inc({ [CLUSTER]: cluster });
    this.#countStatus(cluster, 429);
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

  /** Takes the series of a cluster away, which starts at 0 should it come back. */
  forgetCluster(cluster: string): void {
    for (const counter of [this.#total, this.#limitOk, this.#overLimit]) {
      counter.remove({ [CLUSTER]: cluster });
    }
    for (const status of this.#statuses.get(cluster) ?? []) {
      this.#byStatus.remove(statusLabels(cluster, status));
      this.#byClass.remove(classLabels(cluster, status));
    }
    this.#statuses.delete(cluster);
  }

  /** Everything in Prometheus's text format, and its content type. */
  async render(): Promise<{ contentType: string; text: string }> {
    const { contentType } = this.#registry;
    return { contentType, text: await this.#registry.metrics() };
  }

  #countStatus(cluster: string, status: number): void {
    const seen = this.#statuses.get(cluster) ?? new Set();
    this.#statuses.set(cluster, seen.add(status));
    this.#byStatus.inc(statusLabels(cluster, status));
    this.#byClass.inc(classLabels(cluster, status));
  }
}

function statusLabels(cluster: string, status: number) {
  return { envoy_response_code: String(status), [CLUSTER]: cluster };
}

function classLabels(cluster: string, status: number) {
  const statusClass = String(Math.floor(status / 100));
  return { envoy_response_code_class: statusClass, [CLUSTER]: cluster };
}
