import { GatewayMetrics } from '../metrics/GatewayMetrics';
import { Scraper } from './Scraper';
import { PrometheusServer } from './PrometheusServer';
import { TimeSeriesStore } from './TimeSeriesStore';

const start = Date.UTC(2026, 10, 26, 19, 30, 0);
const cluster = 'httproute/model-gateway/iris/rule/0';
const form = 'application/x-www-form-urlencoded';

/** Three scrapes of all targets, 2 s apart; the cluster is gone in the last one. */
async function scraped() {
  let now = start;
  const metrics = new GatewayMetrics({ clock: () => now });
  const store = new TimeSeriesStore();
  const { targets } = metrics;
  const scraper = new Scraper({
    targets,
    store,
    intervalMs: 1000,
    clock: () => now,
  });
  const scrapeAll = async () => {
    for (const target of targets) {
      await scraper.scrape(target);
    }
  };
  metrics.clusters.countSent(cluster);
  metrics.clusters.observeTime(cluster, 3);
  await scrapeAll();
  now += 2000;
  metrics.clusters.countSent(cluster);
  await scrapeAll();
  now += 2000;
  metrics.clusters.forget(cluster);
  await scrapeAll();
  return new PrometheusServer(store, () => now);
}

describe('the API of Prometheus', () => {
  let server: PrometheusServer;
  let url: string;
  beforeAll(async () => {
    server = await scraped();
    url = await server.start(0);
  });
  afterAll(() => server.close());

  const ask = async (
    path: string,
    parameters: Record<string, string>,
    method: 'GET' | 'POST' = 'POST',
  ) => {
    const text = new URLSearchParams(parameters).toString();
    const response = await (method === 'GET'
      ? fetch(`${url}${path}?${text}`)
      : fetch(url + path, {
          method,
          headers: { 'content-type': form },
          body: text,
        }));
    expect(response.headers.get('content-type')).toBe('application/json');
    return { status: response.status, body: await response.json() };
  };
  const seconds = start / 1000;
  const metric = {
    __name__: 'envoy_cluster_upstream_rq_total',
    envoy_cluster_name: cluster,
    instance: '127.0.0.1:19901',
    job: 'envoy',
  };

  it.each(['GET', 'POST'] as const)(
    'answers raw samples of a range by %s',
    async method => {
      const query = `envoy_cluster_upstream_rq_total{job="envoy"}[4s]`;
      const later = { query, time: '2026-11-26T19:30:04Z' };
      expect(await ask('/api/v1/query', later, method)).toEqual({
        status: 200,
        body: {
          status: 'success',
          data: {
            resultType: 'matrix',
            result: [{ metric, values: [[seconds + 2, '2']] }],
          },
        },
      });
    },
  );

  it('answers the latest values as of a time', async () => {
    const { body } = await ask('/api/v1/query', {
      query: metric.__name__,
      time: `${seconds + 3}.25`,
    });
    expect(body.data).toEqual({
      resultType: 'vector',
      result: [{ metric, value: [seconds + 3.25, '2'] }],
    });
  });

  it('answers as of now without a time, when the cluster is gone', async () => {
    const answers = await Promise.all(
      [metric.__name__, 'up'].map(query => ask('/api/v1/query', { query })),
    );
    expect(answers.map(({ body }) => body.data.result.length)).toEqual([0, 3]);
  });

  it('answers values at steps', async () => {
    const range = { start: `${seconds}`, end: `${seconds + 4}`, step: '1s' };
    const query = metric.__name__;
    const { body } = await ask('/api/v1/query_range', { query, ...range });
    expect(body.data).toEqual({
      resultType: 'matrix',
      result: [
        {
          metric,
          values: [
            [seconds, '1'],
            [seconds + 1, '1'],
            [seconds + 2, '2'],
            [seconds + 3, '2'],
          ],
        },
      ],
    });
  });

  it('has a series for each part of a histogram', async () => {
    const query = `{__name__=~"envoy_cluster_upstream_rq_time_.+",le=~"5||[+]Inf"}`;
    const { body } = await ask('/api/v1/query', { query, time: `${seconds}` });
    const named = body.data.result.map(
      ({
        metric: { __name__: name, le },
        value,
      }: {
        metric: Record<string, string>;
        value: [number, string];
      }) => `${name} ${le} ${value[1]}`,
    );
    const name = 'envoy_cluster_upstream_rq_time';
    expect(named.sort()).toEqual([
      `${name}_bucket +Inf 1`,
      `${name}_bucket 5 1`,
      `${name}_count undefined 1`,
      `${name}_sum undefined 3`,
    ]);
  });

  it('tells about each process', async () => {
    const query = '{__name__=~"target_info|envoy_server_uptime"}';
    const { body } = await ask('/api/v1/query', { query });
    expect(
      body.data.result.map(
        ({ metric: { job } }: { metric: { job: string } }) => job,
      ),
    ).toEqual(['envoy', 'ai-gateway-extproc', 'otel-collector']);
  });

  it.each([
    ['query', { query: 'sum(up)' }, 'plain selectors only'],
    ['query', {}, 'parameter "query": parse error: no expression found'],
    ['query', { query: 'up', time: 'x' }, 'parameter "time": cannot parse "x"'],
    ['query', { query: 'up', time: '2026-11-26' }, 'to a valid timestamp'],
    ['query_range', { query: 'up' }, 'parameter "start": cannot parse ""'],
    [
      'query_range',
      { query: 'up', start: '2', end: '1' },
      'end timestamp must not be before start time',
    ],
    [
      'query_range',
      { query: 'up', start: '1', end: '2' },
      'parameter "step": cannot parse ""',
    ],
    [
      'query_range',
      { query: 'up', start: '1', end: '2', step: '0' },
      'zero or negative query resolution',
    ],
    [
      'query_range',
      { query: 'up', start: '1', end: '20000', step: '1' },
      'exceeded maximum resolution',
    ],
    [
      'query_range',
      { query: 'up[5m]', start: '1', end: '2', step: '1' },
      'invalid expression type "range vector" for range query',
    ],
  ])('refuses %s of %j', async (path, parameters, message) => {
    const { status, body } = await ask(`/api/v1/${path}`, { ...parameters });
    expect(status).toBe(400);
    expect(body).toEqual({
      status: 'error',
      errorType: 'bad_data',
      error: expect.stringContaining(message),
    });
  });

  it.each([
    ['GET', '/-/ready', 200],
    ['GET', '/api/v1/labels', 404],
    ['PUT', '/api/v1/query', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await fetch(url + path, { method })).status).toBe(status);
  });
});
