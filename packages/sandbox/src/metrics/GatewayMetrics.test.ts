import { clusterNameOf } from './ClusterMetrics';
import { GatewayMetrics } from './GatewayMetrics';
import { MetricsServer } from './MetricsServer';

const cluster = clusterNameOf({
  namespace: 'model-gateway',
  name: 'iris',
  rule: 0,
});
const named = `envoy_cluster_name="${cluster}"`;
const request = {
  clientId: 'id.tenant-a.key',
  operation: 'chat',
  originalModel: 'public/chat',
  requestModel: 'chat',
  responseModel: 'chat',
} as const;

function countUpstream(
  { clusters }: GatewayMetrics,
  name: string,
  status: number,
): void {
  clusters.countSent(name);
  clusters.countStatus(name, status);
}

/** The samples of what is counted, without comments and buckets. */
async function samplesOf(metrics: GatewayMetrics): Promise<string[]> {
  const { text } = await metrics.render();
  return text
    .split('\n')
    .filter(line => /^[a-z]/.test(line) && !line.includes('_bucket{'))
    .filter(line => !/^(envoy_server_uptime|target_info)/.test(line));
}

describe('GatewayMetrics', () => {
  it('has no series before anything happened', async () => {
    expect(await samplesOf(new GatewayMetrics())).toEqual([]);
  });

  it('tells how long Envoy has run, as of its last flush', async () => {
    let now = 1_000;
    const metrics = new GatewayMetrics({ clock: () => now });
    const uptime = async () =>
      /^envoy_server_uptime (\d+)$/m.exec((await metrics.render()).text)?.[1];
    now += 4_999;
    expect(await uptime()).toBe('0');
    now += 7_001;
    expect(await uptime()).toBe('10');
    metrics.targets[0]?.restart();
    now += 5_000;
    expect(await uptime()).toBe('5');
  });

  it('has the labels of the cluster for tests', () => {
    const targetsOf = (metrics: GatewayMetrics) =>
      metrics.targets.map(({ job, instance }) => `${job} ${instance}`);
    const [envoy, processor, collector] = [
      'envoy 127.0.0.1:19901',
      'ai-gateway-extproc 127.0.0.1:1064',
      'otel-collector 127.0.0.1:9464',
    ];
    expect(targetsOf(new GatewayMetrics())).toEqual([
      envoy,
      processor,
      collector,
    ]);
    expect(targetsOf(new GatewayMetrics({ aiGateway: false }))).toEqual([
      envoy,
      collector,
    ]);
  });

  it('counts what the access log has', async () => {
    const metrics = new GatewayMetrics();
    const routeName = 'httproute/model-gateway/iris/rule/0/match/0/localhost';
    metrics.accessLog.count({ routeName, clientId: 'a.b.c', status: 200 });
    metrics.accessLog.count({ routeName, clientId: 'a.b.c', status: 200 });
    metrics.accessLog.count({ routeName, status: 401 });
    const name = `model_publishing_requests_total{`;
    const collector = 'job="model-publishing-access-logs",instance="collector"';
    expect(await samplesOf(metrics)).toEqual([
      `${name}client_id="a.b.c",route_name="${routeName}",response_code="200",${collector}} 2`,
      `${name}route_name="${routeName}",response_code="401",${collector}} 1`,
    ]);
  });

  it('counts what reached a model by status and class', async () => {
    const metrics = new GatewayMetrics();
    [200, 200, 404].forEach(status => countUpstream(metrics, cluster, status));
    expect(await samplesOf(metrics)).toEqual([
      `envoy_cluster_upstream_rq_total{${named}} 3`,
      `envoy_cluster_upstream_rq{envoy_response_code="200",${named}} 2`,
      `envoy_cluster_upstream_rq{envoy_response_code="404",${named}} 1`,
      `envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",${named}} 2`,
      `envoy_cluster_upstream_rq_xx{envoy_response_code_class="4",${named}} 1`,
    ]);
  });

  it('counts refusals of the limiter as answers, but not as requests', async () => {
    const metrics = new GatewayMetrics();
    metrics.clusters.countGlobalLimit(cluster, 'ok');
    metrics.clusters.countGlobalLimit(cluster, 'overLimit');
    expect(await samplesOf(metrics)).toEqual([
      `envoy_cluster_upstream_rq{envoy_response_code="429",${named}} 1`,
      `envoy_cluster_upstream_rq_xx{envoy_response_code_class="4",${named}} 1`,
      `envoy_cluster_ratelimit_ok{${named}} 1`,
      `envoy_cluster_ratelimit_over_limit{${named}} 1`,
    ]);
  });

  it('forgets a cluster, and no other', async () => {
    const metrics = new GatewayMetrics();
    const gone = `${cluster}0`;
    countUpstream(metrics, cluster, 200);
    const before = await samplesOf(metrics);
    countUpstream(metrics, gone, 200);
    countUpstream(metrics, gone, 503);
    metrics.clusters.countGlobalLimit(gone, 'ok');
    metrics.clusters.countGlobalLimit(gone, 'overLimit');
    metrics.clusters.forget(gone);
    expect(await samplesOf(metrics)).toEqual(before);
  });

  it('counts a cluster that has come back from 0, whatever was still under way', async () => {
    const metrics = new GatewayMetrics();
    countUpstream(metrics, cluster, 200);
    metrics.clusters.forget(cluster);
    countUpstream(metrics, cluster, 200);
    metrics.clusters.observeTime(cluster, 3);
    metrics.clusters.countGlobalLimit(cluster, 'ok');
    metrics.clusters.countGlobalLimit(cluster, 'overLimit');
    expect(await samplesOf(metrics)).toEqual([]);
    metrics.clusters.begin(cluster);
    countUpstream(metrics, cluster, 200);
    expect(await samplesOf(metrics)).toContain(
      `envoy_cluster_upstream_rq_total{${named}} 1`,
    );
  });

  const labels =
    'gen_ai_operation_name="chat",gen_ai_original_model="public/chat",gen_ai_provider_name="openai",gen_ai_request_model="chat",gen_ai_response_model="chat",otel_scope_name="envoyproxy/ai-gateway"';
  const caller = `client_id="${request.clientId}",`;

  it('sums tokens by client, model and type', async () => {
    const metrics = new GatewayMetrics();
    metrics.ai.countTokens(request, { input: 3, output: 5 });
    metrics.ai.countTokens(request, { input: 4, output: 6 });
    expect(await samplesOf(metrics)).toEqual(
      ['input', 'output'].flatMap((type, index) => [
        `gen_ai_client_token_usage_sum{${caller}${labels},gen_ai_token_type="${type}"} ${
          [7, 11][index]
        }`,
        `gen_ai_client_token_usage_count{${caller}${labels},gen_ai_token_type="${type}"} 2`,
      ]),
    );
  });

  it('has no output of embeddings and no label of unknown clients', async () => {
    const metrics = new GatewayMetrics();
    const { clientId, ...anonymous } = request;
    metrics.ai.countTokens(anonymous, { input: 3 });
    expect(await samplesOf(metrics)).toEqual([
      `gen_ai_client_token_usage_sum{${labels},gen_ai_token_type="input"} 3`,
      `gen_ai_client_token_usage_count{${labels},gen_ai_token_type="input"} 1`,
    ]);
  });

  it.each([
    ['gen_ai_client_token_usage', '1', '6.7108864e+07'],
    ['gen_ai_server_request_duration_seconds', '0.01', '81.92'],
  ])('has the buckets of the AI Gateway in %s', async (name, first, last) => {
    const metrics = new GatewayMetrics();
    metrics.ai.countTokens(request, { input: 1 });
    metrics.ai.observeRequest(request, { seconds: 1 });
    const { text } = await metrics.render();
    const bounds = text
      .split('\n')
      .filter(line => line.startsWith(`${name}_bucket`))
      .map(line =>
        Number(/le="([^"]+)"/.exec(line)?.[1]?.replace('+Inf', 'Infinity')),
      );
    expect(bounds).toHaveLength(15);
    expect([bounds[0], bounds.at(-2), bounds.at(-1)]).toEqual([
      Number(first),
      Number(last),
      Infinity,
    ]);
  });

  it('has the buckets of Envoy and of the AI Gateway in times', async () => {
    const metrics = new GatewayMetrics();
    metrics.clusters.observeTime(cluster, 3);
    metrics.ai.observeFirstToken(request, 0.02);
    const { text } = await metrics.render();
    const boundsOf = (name: string) =>
      [...text.matchAll(new RegExp(`^${name}_bucket.*le="([^"]+)"`, 'gm'))].map(
        ([, bound]) => bound,
      );
    expect(boundsOf('envoy_cluster_upstream_rq_time')).toEqual(
      '0.5 1 5 10 25 50 100 250 500 1000 2500 5000 10000 30000 60000 300000 600000 1800000 3600000 +Inf'.split(
        ' ',
      ),
    );
    expect(boundsOf('gen_ai_server_time_to_first_token_seconds')).toEqual(
      '0.001 0.005 0.01 0.02 0.04 0.06 0.08 0.1 0.25 0.5 0.75 1 2.5 5 7.5 10 15 20 30 45 60 +Inf'.split(
        ' ',
      ),
    );
  });

  it('counts requests, and failed ones by their reason', async () => {
    const metrics = new GatewayMetrics();
    metrics.ai.observeRequest(request, { seconds: 0.5 });
    metrics.ai.observeRequest(request, { seconds: 0.25, errorType: 'timeout' });
    const name = 'gen_ai_server_request_duration_seconds';
    expect(await samplesOf(metrics)).toEqual([
      `${name}_sum{${caller}${labels}} 0.5`,
      `${name}_count{${caller}${labels}} 1`,
      `${name}_sum{${caller}${labels},error_type="timeout"} 0.25`,
      `${name}_count{${caller}${labels},error_type="timeout"} 1`,
    ]);
  });
});

describe('MetricsServer', () => {
  const metrics = new GatewayMetrics();
  const server = new MetricsServer(metrics);
  let url: string;
  beforeAll(async () => {
    url = await server.start(0);
  });
  afterAll(() => server.close());

  it('answers the counts, and nothing else', async () => {
    countUpstream(metrics, cluster, 200);
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toContain(`_total{${named}} 1`);
    expect((await fetch(new URL('/', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });

  it('lets one process restart, or all', async () => {
    const counted = async () =>
      (await samplesOf(metrics)).map(line => line.replace(/\{.*/, ''));
    const end = (query: string) => fetch(url + query, { method: 'DELETE' });
    metrics.accessLog.count({ routeName: 'route', status: 200 });
    await end('?job=envoy');
    expect(await counted()).toEqual(['model_publishing_requests_total']);
    expect((await end('?job=nobody')).status).toBe(404);
    await end('');
    expect(await counted()).toEqual([]);
  });
});
