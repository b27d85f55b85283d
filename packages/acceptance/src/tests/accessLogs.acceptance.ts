import { setTimeout as sleep } from 'node:timers/promises';
import { AccessLogCounter } from '../client/AccessLogCounter';
import { accessLogSink } from '../client/accessLogSink';
import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { GatewayAnswer, predict, readMetadata } from '../client/gateway';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, PublishedIris, withKey } from '../client/publishIris';
import { WIDE_LIMITS } from '../client/publishIris';
import { ifAiGateway, target } from '../client/target';
import { startTraffic } from '../client/traffic';

const { OTELCOL = '', CLUSTER_HOSTS_FILE = '' } = process.env;
const ifCollector =
  target.kind === 'cluster' && OTELCOL && CLUSTER_HOSTS_FILE
    ? describe
    : describe.skip;

/** Envoy sends what it has logged once a second. */
const COUNTED_MS = 15_000;
const UNKNOWN_KEY = 'mp_unknown';

/** Requests by client id and status, such as `{'<client id> 200': 3}`. */
type Tally = Record<string, number>;

const clientIdOf = (
  { id }: { id: string },
  key: { tenant: string; id: string | null },
) => `${id}.${key.tenant}.${key.id}`;

/** The same request several times, one after another; a function of one call to send with a key and count. */
class SentRequests {
  readonly tally: Tally = {};

  count(clientId: string, status: number, times = 1): void {
    const name = `${clientId} ${status}`;
    this.tally[name] = (this.tally[name] ?? 0) + times;
  }

  async send(
    times: number,
    clientId: string,
    request: () => Promise<GatewayAnswer>,
  ): Promise<void> {
    for (let sent = 0; sent < times; sent += 1) {
      this.count(clientId, (await request()).status);
    }
  }
}

ifCollector(
  'requests by key from the access log (on a cluster, with OTELCOL and CLUSTER_HOSTS_FILE)',
  () => {
    const sink = accessLogSink(CLUSTER_HOSTS_FILE);
    let counter: AccessLogCounter;

    /** What is counted of the first rule of a publication's route, which is not that of the metadata. */
    async function countedOf({ id }: { id: string }): Promise<Tally> {
      const route = new RegExp(
        `^httproute/${target.gateway.namespace}/published-model-[a-z0-9-]+-${id}-[0-9a-f]{8}/rule/0/`,
      );
      return Object.fromEntries(
        (await counter.requests())
          .filter(({ route_name }) => route.test(route_name))
          .map(({ client_id, response_code, count }) => [
            `${client_id} ${response_code}`,
            count,
          ]),
      );
    }

    const expectCounted = (publication: { id: string }, tally: Tally) =>
      eventually(
        async () => expect(await countedOf(publication)).toEqual(tally),
        { withinMs: COUNTED_MS },
      );

    /** Resolves when requests arrive; asks at an address that the tests do not count. */
    async function untilItCounts(iris: PublishedIris): Promise<void> {
      await eventually(
        async () => {
          await readMetadata(iris, withKey(iris.apiKey));
          const clientId = clientIdOf(iris, {
            tenant: 'tenant-a',
            id: iris.apiKeyId,
          });
          const counted = await counter.requests();
          expect(counted.map(({ client_id }) => client_id)).toContain(clientId);
        },
        { withinMs: COUNTED_MS },
      );
    }

    beforeAll(async () => {
      counter = await AccessLogCounter.start(OTELCOL);
      await sink.add(counter.otlpPort);
    });
    afterAll(async () => {
      await sink.remove();
      await counter.kill();
    });

    it('are exact for each key and status, refused requests included', async () => {
      const iris = await publishIris({
        authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
      });
      const second = await tenantB.createKey('iris', 'tenant-a');
      const theirs = await publishIris({ tenantId: 'tenant-b' }, tenantB);
      await untilItCounts(iris);
      const owner = clientIdOf(iris, { tenant: 'tenant-a', id: iris.apiKeyId });
      const consumer = clientIdOf(iris, {
        tenant: 'tenant-b',
        id: second.key.id,
      });
      const sent = new SentRequests();
      const send = (
        times: number,
        clientId: string,
        headers: Record<string, string>,
      ) => sent.send(times, clientId, () => predict(iris, headers));
      await send(7, owner, withKey(iris.apiKey));
      await send(5, consumer, withKey(second.apiKey ?? ''));
      await send(3, '', {});
      await send(2, '', withKey(UNKNOWN_KEY));
      await send(4, '', withKey(theirs.apiKey));
      await send(2, '', { 'X-Client-Id': owner });
      expect(sent.tally).toEqual({
        [`${owner} 200`]: 7,
        [`${consumer} 200`]: 5,
        ' 401': 11,
      });
      await expectCounted(iris, sent.tally);
      expect(await countedOf(theirs)).toEqual({});
    });

    it('are exact when a limit is hit', async () => {
      const iris = await publishIris({
        rateLimiting: { ...WIDE_LIMITS, burstLimit: 5 },
      });
      await untilItCounts(iris);
      const owner = clientIdOf(iris, { tenant: 'tenant-a', id: iris.apiKeyId });
      const sent = new SentRequests();
      await Promise.all(
        Array.from({ length: 40 }, () =>
          sent.send(1, owner, () => predict(iris, withKey(iris.apiKey))),
        ),
      );
      expect(sent.tally[`${owner} 429`]).toBeGreaterThan(0);
      await expectCounted(iris, sent.tally);
    });

    it('are exact under load', async () => {
      const iris = await publishIris();
      await untilItCounts(iris);
      const owner = clientIdOf(iris, { tenant: 'tenant-a', id: iris.apiKeyId });
      const traffic = startTraffic(iris, { perSecond: 200, expected: 200 });
      await sleep(5_000);
      const { sent, statuses } = await traffic.stop();
      expect(statuses).toEqual({ 200: sent });
      await expectCounted(iris, { [`${owner} 200`]: sent });
    });

    it('begin at 0 again with a collector that was killed', async () => {
      const iris = await publishIris();
      await untilItCounts(iris);
      const owner = clientIdOf(iris, { tenant: 'tenant-a', id: iris.apiKeyId });
      const sent = new SentRequests();
      const ask = () => predict(iris, withKey(iris.apiKey));
      await sent.send(6, owner, ask);
      await expectCounted(iris, sent.tally);
      await counter.kill();
      await counter.start();
      await untilItCounts(iris);
      const since = new SentRequests();
      await since.send(4, owner, ask);
      await expectCounted(iris, since.tally);
    });

    ifAiGateway('with Envoy AI Gateway', () => {
      it('are exact for OpenAI-compatible models, streams included', async () => {
        const model = await publishChat();
        const other = await publishChat(
          { tenantId: 'tenant-b' },
          { model: 'chat2', caller: tenantB },
        );
        const iris = await publishIris();
        await untilItCounts(iris);
        const owner = clientIdOf(model, {
          tenant: 'tenant-a',
          id: model.apiKeyId,
        });
        const stranger = clientIdOf(other, {
          tenant: 'tenant-b',
          id: other.apiKeyId,
        });
        const sent = new SentRequests();
        await sent.send(6, owner, () =>
          chat(model, withKey(model.apiKey), { stream: true }),
        );
        await sent.send(4, owner, () => chat(model, withKey(model.apiKey)));
        await sent.send(3, stranger, () => chat(model, withKey(other.apiKey)));
        console.log(JSON.stringify(sent.tally));
        await expectCounted(model, sent.tally);
      });
    });
  },
);
void tenantA;
