import { Registry } from 'prom-client';
import { connectionManagerOf, FilterMetrics } from './FilterMetrics';

describe('connectionManagerOf', () => {
  it.each([
    [80, 'http-10080'],
    [1023, 'http-11023'],
    [1024, 'http-1024'],
    [8080, 'http-8080'],
  ])('names the listener of port %d %s', (port, name) => {
    expect(connectionManagerOf(port)).toBe(name);
  });
});

describe('FilterMetrics', () => {
  const listener = 'envoy_http_conn_manager_prefix="http-10080"';
  const limiter = 'envoy_local_http_ratelimit_prefix="http_local_rate_limiter"';

  it.each<[string, (metrics: FilterMetrics) => void, string[]]>([
    [
      'a known key',
      metrics => metrics.countKey('http-10080', true),
      [`envoy_http_api_key_auth_allowed{${listener}} 1`],
    ],
    [
      'an unknown key',
      metrics => metrics.countKey('http-10080', false),
      [`envoy_http_api_key_auth_unauthorized{${listener}} 1`],
    ],
    [
      'who is admitted',
      metrics => metrics.countAccess('http-10080', true),
      [`envoy_http_rbac_allowed{${listener}} 1`],
    ],
    [
      'who is not',
      metrics => metrics.countAccess('http-10080', false),
      [`envoy_http_rbac_denied{${listener}} 1`],
    ],
    [
      'what a local limit refuses',
      metrics => metrics.countLocalLimit(false),
      [
        `envoy_http_local_rate_limit_enabled{${limiter}} 1`,
        `envoy_http_local_rate_limit_rate_limited{${limiter}} 1`,
        `envoy_http_local_rate_limit_enforced{${limiter}} 1`,
      ],
    ],
  ])('counts %s', async (_, count, expected) => {
    const registry = new Registry();
    count(new FilterMetrics(registry));
    const lines = (await registry.metrics()).split('\n');
    expect(lines.filter(line => /^[a-z]/.test(line))).toEqual(expected);
  });
});
