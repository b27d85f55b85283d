import { aiClients, chat, keyOf } from '../gateway/__testUtils__/aiExchanges';
import {
  aiModel,
  aiPolicy,
  aiRoute,
  chatModel,
} from '../gateway/__testUtils__/aiObjects';
import {
  apiKeyAuth,
  backend,
  keys,
  onlyClients,
} from '../gateway/__testUtils__/parityObjects';
import { ParityExchange } from '../gateway/__testUtils__/ParityCase';
import {
  drop,
  exchange,
  openConnection,
  put,
} from '../gateway/__testUtils__/ParityTarget';
import { sandboxTarget } from '../gateway/__testUtils__/sandboxTarget';
import { eventually } from '../kubernetes/__testUtils__/eventually';

const names = {
  prefix: 'counted',
  host: 'counted.test',
  namespace: 'model-gateway',
  gateway: 'models',
};
const named = 'envoy_cluster_name="httproute/model-gateway/counted/rule/0"';
const listener = 'envoy_http_conn_manager_prefix="http-10080"';
const asked =
  'client_id="p1.acme.k1",gen_ai_operation_name="chat",gen_ai_original_model="parity/chat",gen_ai_provider_name="openai",gen_ai_request_model="chat"';
const scope = 'otel_scope_name="envoyproxy/ai-gateway"';
const answered = `${asked},gen_ai_response_model="chat",${scope}`;

/** A series of the access log, of a rule of the route. */
const logged = (status: number, rule: number, clientId?: string) =>
  `model_publishing_requests_total{${
    clientId ? `client_id="${clientId}",` : ''
  }route_name="httproute/model-gateway/counted/rule/${rule}/match/0/counted_test",response_code="${status}",job="model-publishing-access-logs",instance="collector"}`;

/** As on the real stack, after the same requests (stack-proof 7). */
const counted = {
  [`envoy_cluster_upstream_rq_total{${named}}`]: 5,
  [`envoy_cluster_upstream_rq{envoy_response_code="200",${named}}`]: 4,
  [`envoy_cluster_upstream_rq{envoy_response_code="418",${named}}`]: 1,
  [`envoy_cluster_upstream_rq_xx{envoy_response_code_class="2",${named}}`]: 4,
  [`envoy_cluster_upstream_rq_xx{envoy_response_code_class="4",${named}}`]: 1,
  [`envoy_cluster_upstream_rq_time_count{${named}}`]: 5,
  [`envoy_http_api_key_auth_allowed{${listener}}`]: 7,
  [`envoy_http_api_key_auth_unauthorized{${listener}}`]: 1,
  [`envoy_http_rbac_allowed{${listener}}`]: 5,
  [`envoy_http_rbac_denied{${listener}}`]: 1,
  [`gen_ai_client_token_usage_sum{${answered},gen_ai_token_type="input"}`]: 12,
  [`gen_ai_client_token_usage_count{${answered},gen_ai_token_type="input"}`]: 4,
  [`gen_ai_client_token_usage_sum{${answered},gen_ai_token_type="output"}`]: 20,
  [`gen_ai_client_token_usage_count{${answered},gen_ai_token_type="output"}`]: 4,
  [`gen_ai_server_request_duration_seconds_count{${answered}}`]: 4,
  [`gen_ai_server_request_duration_seconds_count{${asked},gen_ai_response_model="unknown",${scope},error_type="_OTHER"}`]: 1,
  [`gen_ai_server_time_to_first_token_seconds_count{${answered}}`]: 1,
  [logged(200, 0, 'p1.acme.k1')]: 4,
  [logged(418, 0, 'p1.acme.k1')]: 1,
  [logged(403, 0, 'p2.acme.k1')]: 1,
  // Nobody has read the model's name yet, so the request has the route that comes first without one.
  [logged(401, 1)]: 1,
};

describe('the metrics of the sandbox', () => {
  let target: Awaited<ReturnType<typeof sandboxTarget>>;
  const connection = openConnection();

  beforeAll(async () => {
    target = await sandboxTarget();
    for (const object of [
      keys(names, aiClients),
      aiPolicy(names, chatModel, 'SecurityPolicy', {
        apiKeyAuth: apiKeyAuth(names.prefix),
        authorization: onlyClients(chatModel.clients),
      }),
      ...aiModel(names, chatModel),
    ]) {
      await put(target, object);
    }
  });
  afterAll(async () => {
    connection.destroy();
    await target.close();
  });

  const send = (request: ParityExchange) =>
    exchange(connection, target.gatewayUrl, names.host, request);

  /** Samples by series; durations differ from run to run, so their sums and buckets are left out. */
  async function samples(): Promise<Record<string, number>> {
    const response = await fetch(target.metricsUrl);
    const lines = (await response.text())
      .split('\n')
      .filter(line => /^(envoy_(cluster|http)|gen_ai|model)_/.test(line))
      .filter(line => !/^\w+_bucket|_time_sum|_seconds_sum/.test(line));
    return Object.fromEntries(
      lines.map(line => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), Number(line.slice(end + 1))];
      }),
    );
  }

  it('count what was asked, refused and answered, as the real stack does', async () => {
    const list = {
      path: '/v1/models',
      headers: { 'x-api-key': keyOf.p1 },
      status: 200,
    };
    let lists = 0;
    await eventually(async () => {
      const { status, body } = await send(list);
      lists += status === 200 ? 1 : 0;
      expect(body).toContain(chatModel.publicName);
    });
    const statuses: number[] = [];
    for (const request of [
      ...[1, 2, 3].map(() => chat(chatModel, keyOf.p1, { status: 200 })),
      chat(chatModel, undefined, { status: 401 }),
      chat(chatModel, keyOf.p2, { status: 403 }),
      chat(chatModel, keyOf.p1, { status: 200, fields: { stream: true } }),
      chat(chatModel, keyOf.p1, {
        status: 418,
        headers: { 'x-test-status': '418' },
      }),
      list,
    ]) {
      statuses.push((await send(request)).status);
      expect(statuses.at(-1)).toBe(request.status);
    }
    await eventually(async () =>
      expect(await samples()).toEqual({
        ...counted,
        [`envoy_http_api_key_auth_allowed{${listener}}`]: 7 + lists,
        [logged(200, 1, 'p1.acme.k1')]: 1 + lists,
      }),
    );
  });

  it('count a model that cannot be reached by its status only', async () => {
    const ask = () => send(chat(chatModel, keyOf.p1, { status: 503 }));
    await put(target, backend(names, 'nowhere.tenant-a.svc.cluster.local'));
    await eventually(async () => expect((await ask()).status).toBe(503));
    const figures = async () => {
      const all = await samples();
      return {
        failed:
          all[`envoy_cluster_upstream_rq{envoy_response_code="503",${named}}`],
        sent: all[`envoy_cluster_upstream_rq_total{${named}}`],
      };
    };
    const { failed = 0, sent } = await figures();
    await ask();
    expect(await figures()).toEqual({ failed: failed + 1, sent });
  });

  it('forget the cluster of a model that goes, but not who called', async () => {
    await drop(target, aiRoute(names, chatModel));
    await eventually(async () => {
      const left = Object.keys(await samples());
      expect(left.filter(name => name.includes(named))).toEqual([]);
      expect(left).toContain(
        `gen_ai_server_request_duration_seconds_count{${answered}}`,
      );
    });
  });
});
