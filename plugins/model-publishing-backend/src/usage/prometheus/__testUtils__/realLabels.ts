/** Labels of series of an Envoy 1.39 of Envoy Gateway 1.9, as Prometheus 2.42 has scraped them. */
export const ENVOY_TARGET = { instance: '127.0.0.1:19901', job: 'envoy' };

export const ROUTE_NAME =
  'published-model-iris-2903faa03625aa3fa99d90bda30fc88c-7a229b16';

const OF_RULE = {
  envoy_cluster_name: `httproute/model-gateway/${ROUTE_NAME}/rule/0`,
  ...ENVOY_TARGET,
};

export const UPTIME = { __name__: 'envoy_server_uptime', ...ENVOY_TARGET };

export const REQUESTS = {
  __name__: 'envoy_cluster_upstream_rq_total',
  ...OF_RULE,
};

export const RESPONSES = {
  __name__: 'envoy_cluster_upstream_rq',
  envoy_response_code: '200',
  ...OF_RULE,
};

export const RATE_LIMITED = {
  __name__: 'envoy_cluster_ratelimit_over_limit',
  ...OF_RULE,
};

/** Of the processor of AI Gateway 1.0. */
export const PROCESSOR_TARGET = {
  instance: '127.0.0.1:1064',
  job: 'ai-gateway-extproc',
};

export const CLIENT_ID =
  '44b930acf509341f2f8e6b8b989373c4.tenant-a.02OMcAWHUo9Ujrg9N';

export const TARGET_INFO = {
  __name__: 'target_info',
  service_name: 'unknown_service:aigw-extproc',
  telemetry_sdk_language: 'go',
  telemetry_sdk_name: 'opentelemetry',
  telemetry_sdk_version: '1.44.0',
  ...PROCESSOR_TARGET,
};

export const TOKENS = {
  __name__: 'gen_ai_client_token_usage_sum',
  client_id: CLIENT_ID,
  gen_ai_operation_name: 'chat',
  gen_ai_original_model: 'chat',
  gen_ai_provider_name: 'openai',
  gen_ai_request_model: 'chat-v2',
  gen_ai_response_model: 'chat-v2',
  gen_ai_token_type: 'output',
  otel_scope_name: 'envoyproxy/ai-gateway',
  ...PROCESSOR_TARGET,
};

/** Of an OpenTelemetry Collector 0.155 with examples/access-logs; the metrics have names of their own for job and instance. */
export const COLLECTOR_TARGET = {
  exported_instance: '11131fdc-c6de-4758-b205-fcb4d31b3f0c',
  exported_job: 'model-publishing-access-logs',
  instance: '127.0.0.1:9464',
  job: 'access-logs',
};

export const COLLECTOR_INFO = { __name__: 'target_info', ...COLLECTOR_TARGET };

export const CALLS = {
  __name__: 'model_publishing_requests_total',
  client_id: CLIENT_ID,
  route_name: `httproute/model-gateway/${ROUTE_NAME}/rule/0/match/0/models_example_org`,
  response_code: '429',
  ...COLLECTOR_TARGET,
};
