import { usageSelectors } from './usageSelectors';

describe('usageSelectors', () => {
  it('name the metrics, and of those of Envoy the routes of publications', () => {
    expect(usageSelectors(['model-gateway', 'other'], {})).toEqual([
      '{__name__=~"(envoy_cluster_upstream_rq_total|envoy_cluster_upstream_rq|envoy_cluster_ratelimit_over_limit)",envoy_cluster_name=~"httproute/(model-gateway|other)/published-model-.+/rule/[0-9]+"}',
      '{__name__=~"(gen_ai_client_token_usage_sum)"}',
      '{__name__=~"(model_publishing_requests_total)"}',
      '{__name__=~"(envoy_server_uptime|target_info)"}',
    ]);
  });

  it('ask for the labels of the cluster in each of them', () => {
    for (const selector of usageSelectors(['models'], {
      cluster: 'prod "1"',
      replica: 'a',
    })) {
      expect(selector).toMatch(/,cluster="prod \\"1\\"",replica="a"}$/);
    }
  });

  it('are few, however many namespaces there are', () => {
    const namespaces = Array.from({ length: 50 }, (_, index) => `n${index}`);
    expect(usageSelectors(namespaces, {}).length).toBeLessThanOrEqual(6);
  });
});
