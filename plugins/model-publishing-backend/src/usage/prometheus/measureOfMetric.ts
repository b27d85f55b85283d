import { UsageMeasure } from '@inference-portal/plugin-model-publishing-node';

/** Which metric counts what, by who has it. Names are those of Prometheus' text format. */
export const MEASURE_OF_METRIC = {
  /** Of Envoy 1.39, for each of its clusters; there is one for each rule of a route. */
  envoy: {
    envoy_cluster_upstream_rq_total: 'requests',
    envoy_cluster_upstream_rq: 'responses',
    envoy_cluster_ratelimit_over_limit: 'rate-limited',
  },
  /** Of the AI Gateway's processor: the sum of a histogram of OpenTelemetry's conventions for generative AI. */
  processor: { gen_ai_client_token_usage_sum: 'tokens' },
  /** Of the OpenTelemetry Collector that access logs are sent to, as examples/ sets it up. */
  accessLog: { model_publishing_requests_total: 'calls' },
} as const satisfies Record<string, Record<string, UsageMeasure>>;
