import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { LimitRule } from '../configuration/GatewayConfiguration';
import { anAiRouteOnListener, aRequest } from './__testUtils__/builders';
import { checkLimits } from './checkLimits';
import { GlobalRateLimiter } from './GlobalRateLimiter';
import { LocalRateLimiter } from './LocalRateLimiter';

const rule: LimitRule = {
  name: 'model-gateway/chat/rule/0',
  headers: [],
  methods: [],
  requests: 1,
  unit: 'Hour',
  shared: true,
  requestCost: 1,
};
const now = Date.UTC(2026, 0, 1);
const cluster = 'envoy_cluster_name="httproute/model-gateway/chat/rule/0"';
const local = 'envoy_local_http_ratelimit_prefix="http_local_rate_limiter"';

async function samplesOf(metrics: GatewayMetrics): Promise<string[]> {
  const { text } = await metrics.render();
  return text.split('\n').filter(line => /^envoy_(cluster|http)/.test(line));
}

/** Two requests under limits of one. */
function askTwice(traffic: object) {
  const metrics = new GatewayMetrics();
  const limiters = {
    local: new LocalRateLimiter(),
    global: new GlobalRateLimiter(),
    metrics,
  };
  const route = anAiRouteOnListener({ traffic });
  const [first, second] = [1, 2].map(() =>
    checkLimits(limiters, route, aRequest(), now),
  );
  return { first, second, metrics };
}

describe('checkLimits', () => {
  it('refuses by the local limit, of which the limiter does not hear', async () => {
    const fallback = { requests: 1, unit: 'Hour' };
    const { first, second, metrics } = askTwice({
      local: { fallback, rules: [] },
      global: [{ ...rule, requests: 5 }],
    });
    expect(first?.refusal).toBeUndefined();
    expect(second?.refusal).toMatchObject({
      status: 429,
      body: 'local_rate_limited',
    });
    expect(await samplesOf(metrics)).toEqual([
      `envoy_cluster_ratelimit_ok{${cluster}} 1`,
      `envoy_http_local_rate_limit_enabled{${local}} 2`,
      `envoy_http_local_rate_limit_ok{${local}} 1`,
      `envoy_http_local_rate_limit_rate_limited{${local}} 1`,
      `envoy_http_local_rate_limit_enforced{${local}} 1`,
    ]);
  });

  it('refuses by the global limit, with its headers', async () => {
    const { first, second, metrics } = askTwice({ global: [rule] });
    expect(first?.refusal).toBeUndefined();
    expect(first?.responseHeaders).toMatchObject({
      'x-ratelimit-remaining': ['0'],
    });
    expect(second?.refusal).toMatchObject({
      status: 429,
      body: '',
      afterBody: true,
      headers: { 'x-ratelimit-limit': ['1, 1;w=3600'] },
    });
    expect(await samplesOf(metrics)).toEqual([
      `envoy_cluster_upstream_rq{envoy_response_code="429",${cluster}} 1`,
      `envoy_cluster_upstream_rq_xx{envoy_response_code_class="4",${cluster}} 1`,
      `envoy_cluster_ratelimit_ok{${cluster}} 1`,
      `envoy_cluster_ratelimit_over_limit{${cluster}} 1`,
    ]);
  });

  it('counts nothing where nothing is limited', async () => {
    const { first, metrics } = askTwice({});
    expect(first).toEqual({ responseHeaders: {} });
    expect(await samplesOf(metrics)).toEqual([]);
  });
});
