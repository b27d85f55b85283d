import { Published } from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccessLogCounter } from '../client/AccessLogCounter';
import { accessLogSink } from '../client/accessLogSink';
import { tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict, readMetadata } from '../client/gateway';
import { chat, publishChat } from '../client/publishChat';
import {
  publishIris,
  PublishedIris,
  WIDE_LIMITS,
  withKey,
} from '../client/publishIris';
import { RequestTally, SentRequests, tallyName } from '../client/SentRequests';
import { ifAiGateway, target } from '../client/target';
import { startTraffic } from '../client/traffic';

const { OTELCOL = '', CLUSTER_HOSTS_FILE = '' } = process.env;
const ifCollector =
  target.kind === 'cluster' && OTELCOL && CLUSTER_HOSTS_FILE
    ? describe
    : describe.skip;

/** Envoy sends what it has logged once a second, and connects again some seconds after a collector has come back. */
const COUNTED_MS = 30_000;
const TRAFFIC_MS = 5_000;

/** Client id of the key that publishing has answered with. */
const ownerOf = ({ id, tenantId, apiKeyId }: Published) =>
  `${id}.${tenantId}.${apiKeyId}`;

ifCollector(
  'requests by key from the access log (on a cluster, with OTELCOL and CLUSTER_HOSTS_FILE)',
  () => {
    const sink = accessLogSink(CLUSTER_HOSTS_FILE);
    let counter: AccessLogCounter;

    const expectCounted = (model: { id: string }, tally: RequestTally) =>
      eventually(
        async () => expect(await counter.tallyOf(model)).toEqual(tally),
        { withinMs: COUNTED_MS },
      );

    /** Resolves when requests arrive; asks for metadata, which the tests do not count. */
    async function untilItCounts(iris: PublishedIris): Promise<void> {
      await eventually(
        async () => {
          await readMetadata(iris, withKey(iris.apiKey));
          const clientIds = (await counter.requests()).map(
            ({ labels }) => labels.client_id,
          );
          expect(clientIds).toContain(ownerOf(iris));
        },
        { withinMs: COUNTED_MS },
      );
    }

    beforeAll(async () => {
      counter = await AccessLogCounter.onFreePorts(OTELCOL);
      await sink.add(counter.otlpPort);
    });
    afterAll(() => sink.remove());
    beforeEach(() => counter.start());
    afterEach(() => counter.kill());

    it('are exact for each key and status, refused requests included', async () => {
      const iris = await publishIris({
        authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
      });
      const theirKey = await tenantB.createKey('iris', 'tenant-a');
      const other = await publishIris(
        { tenantId: 'tenant-b', externalPath: '/models/other' },
        tenantB,
      );
      await untilItCounts(iris);
      const sent = new SentRequests();
      const owner = ownerOf(iris);
      const consumer = `${iris.id}.tenant-b.${theirKey.apiKeyId}`;
      const requests: Array<[number, string, Record<string, string>]> = [
        [7, owner, withKey(iris.apiKey)],
        [5, consumer, withKey(String(theirKey.apiKey))],
        [3, '', {}],
        [2, '', withKey('unknown')],
        [4, '', withKey(other.apiKey)],
        [2, '', { 'X-Client-Id': owner }],
      ];
      for (const [times, clientId, headers] of requests) {
        await sent.send(times, clientId, () => predict(iris, headers));
      }
      expect(sent.tally).toEqual({
        [`${owner} 200`]: 7,
        [`${consumer} 200`]: 5,
        ' 401': 11,
      });
      await expectCounted(iris, sent.tally);
      expect(await counter.tallyOf(other)).toEqual({});
    });

    it('are exact when a limit is hit', async () => {
      const iris = await publishIris({
        rateLimiting: { ...WIDE_LIMITS, burstLimit: 5 },
      });
      await untilItCounts(iris);
      const sent = new SentRequests();
      await Promise.all(
        Array.from({ length: 40 }, () =>
          sent.send(1, ownerOf(iris), () =>
            predict(iris, withKey(iris.apiKey)),
          ),
        ),
      );
      expect(sent.tally).toHaveProperty([tallyName(ownerOf(iris), 429)]);
      await expectCounted(iris, sent.tally);
    });

    it('are exact under load', async () => {
      const iris = await publishIris();
      await untilItCounts(iris);
      const traffic = startTraffic(iris, { perSecond: 300, expected: 200 });
      await sleep(TRAFFIC_MS);
      const { sent, statuses } = await traffic.stop();
      expect(statuses).toEqual({ 200: sent });
      await expectCounted(iris, { [tallyName(ownerOf(iris), 200)]: sent });
    });

    it('begin at 0 again with a collector that was killed, in series of their own', async () => {
      const iris = await publishIris();
      const instances = new Set<string | undefined>();
      for (const times of [6, 4]) {
        await untilItCounts(iris);
        const sent = new SentRequests();
        await sent.send(times, ownerOf(iris), () =>
          predict(iris, withKey(iris.apiKey)),
        );
        expect(sent.tally).toEqual({ [tallyName(ownerOf(iris), 200)]: times });
        await expectCounted(iris, sent.tally);
        (await counter.requests()).forEach(({ labels }) =>
          instances.add(labels.instance),
        );
        await counter.kill();
        await counter.start();
      }
      expect(instances.size).toBe(2);
    });

    ifAiGateway('with Envoy AI Gateway', () => {
      it('are exact for OpenAI-compatible models, streams included', async () => {
        await untilItCounts(await publishIris());
        const model = await publishChat();
        const other = await publishChat(
          { tenantId: 'tenant-b' },
          { model: 'chat2', caller: tenantB },
        );
        const ask = (apiKey: string, body = {}) =>
          chat(model, withKey(apiKey), body);
        const sent = new SentRequests();
        await sent.send(6, ownerOf(model), () =>
          ask(model.apiKey, { stream: true }),
        );
        await sent.send(4, ownerOf(model), () => ask(model.apiKey));
        await sent.send(3, ownerOf(other), () => ask(other.apiKey));
        expect(sent.tally).toEqual({
          [tallyName(ownerOf(model), 200)]: 10,
          [tallyName(ownerOf(other), 403)]: 3,
        });
        await expectCounted(model, sent.tally);
      });
    });
  },
);
