import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import {
  ifGatewayRestarts,
  ifPrometheus,
  prometheus,
} from '../client/prometheus';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, withKey } from '../client/publishIris';
import { predictOften } from '../client/sendOften';
import { ifAiGateway } from '../client/target';

/** A series of the rule for predictions of tenant-a's iris. */
const ofIris = (name: string, labels = '') =>
  `${name}{envoy_cluster_name=~"httproute/.+/published-model-iris-.+/rule/0"${labels}}`;
const sent = ofIris('envoy_cluster_upstream_rq_total');
const answered = ofIris(
  'envoy_cluster_upstream_rq',
  ',envoy_response_code="200"',
);

const sentToChat =
  'envoy_cluster_upstream_rq_total{envoy_cluster_name=~"httproute/.+/published-model-chat-.+/rule/0"}';

/** What several series have counted together; undefined without a series. */
async function sumOf(selector: string): Promise<number | undefined> {
  const values = (await prometheus.latest(selector)).map(({ value }) => value);
  return values.length > 0
    ? values.reduce((sum, value) => sum + value)
    : undefined;
}

const untilCounted = (selector: string, count: number | undefined) =>
  eventually(async () => expect(await sumOf(selector)).toBe(count));

jest.setTimeout(60_000);

// What usage is made of. It fails when the sandbox counts in another way than a real gateway.
ifPrometheus('the counts of the gateway', () => {
  it('begin at 0 with a route, and go with it', async () => {
    for (const times of [3, 2]) {
      const iris = await publishIris();
      await predictOften(iris, times);
      expect((await predict(iris, withKey('wrong'))).status).toBe(401);
      await untilCounted(sent, times);
      await untilCounted(answered, times);
      await tenantA.unpublish('iris', 'tenant-a');
      await untilCounted(sent, undefined);
    }
  });

  it('say when each process was looked at', async () => {
    const [uptime] = await prometheus.latest('envoy_server_uptime');
    expect(uptime?.labels).toMatchObject({ job: 'envoy' });
    expect(uptime?.value).toBeGreaterThanOrEqual(0);
    const up = await prometheus.latest('up{job="envoy"}');
    expect(up.map(({ value }) => value)).toEqual([1]);
  });
});

ifPrometheus('the counts of the AI Gateway', () => {
  ifAiGateway('with Envoy AI Gateway: tokens', () => {
    it('are counted by client, beside the requests of the route', async () => {
      const model = await publishChat();
      expect((await chat(model, withKey(model.apiKey))).status).toBe(200);
      await untilCounted(sentToChat, 1);
      // Those of keys that are gone stay, so it is asked for this one.
      const [, keyId] = model.apiKey.split('_');
      const ofProcessor = 'job="ai-gateway-extproc"';
      await eventually(async () => {
        const tokens = await prometheus.latest(
          `gen_ai_client_token_usage_sum{client_id=~".+[.]tenant-a[.]${keyId}",${ofProcessor}}`,
        );
        expect(tokens.map(({ labels }) => labels.gen_ai_token_type)).toEqual([
          'input',
          'output',
        ]);
      });
      const info = await prometheus.latest(`target_info{${ofProcessor}}`);
      expect(info).toHaveLength(1);
    });
  });
});

ifGatewayRestarts(
  'on the sandbox: the counts of a gateway that restarts',
  () => {
    it('begin at 0 again', async () => {
      const iris = await publishIris();
      await predictOften(iris, 3);
      await untilCounted(sent, 3);
      await prometheus.restartGateway();
      await untilCounted(sent, undefined);
      await predictOften(iris, 1);
      await eventually(async () => expect(await sumOf(sent)).toBe(1));
    });
  },
);
