import { setTimeout as sleep } from 'node:timers/promises';
import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { fetchFromGateway } from '../client/fetchFromGateway';
import { GatewayAnswer, predict, SETOSA } from '../client/gateway';
import { COUNTED_FROM_LOG_MS, onceCounted } from '../client/onceCounted';
import { PortalClient } from '../client/PortalClient';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { sumsBy } from '../client/sumsBy';
import {
  ifAccessLogs,
  ifAiGateway,
  modelsEcho,
  target,
} from '../client/target';

/** Between two collections in these tests. */
const COLLECTION_MS = 5_000;
const BY_KEY = '&groupBy=key&step=minute';

/** What was sent, by the id of the key that the gateway has accepted; by the empty text where it has accepted none. */
class Calls {
  readonly byKey: Record<string, number> = {};

  /** @returns the statuses of the answers */
  async send(
    times: number,
    keyId: string | null,
    call: () => Promise<GatewayAnswer>,
  ): Promise<number[]> {
    const answers = await Promise.all(Array.from({ length: times }, call));
    return answers.map(({ status }) => {
      const accepted = status === 401 ? '' : String(keyId);
      this.byKey[accepted] = (this.byKey[accepted] ?? 0) + 1;
      return status;
    });
  }
}

/** A further key of a tenant for tenant-a's iris. */
async function newKey(caller: PortalClient) {
  const { apiKey, apiKeyId } = await caller.createKey('iris', 'tenant-a');
  return { id: String(apiKeyId), apiKey: String(apiKey) };
}

/** tenant-a's iris, for tenant-b too, with keys of both. */
async function publishForBoth() {
  const iris = await publishIris({
    authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
  });
  return {
    iris,
    first: { id: String(iris.apiKeyId), apiKey: iris.apiKey },
    second: await newKey(tenantA),
    theirs: await newKey(tenantB),
  };
}

/** Models that answer slowly on request. */
const ifModelsWait = modelsEcho ? describe : describe.skip;

const onceLogged = (model: string, query = '') =>
  onceCounted(
    () => tenantA.usage(model, 'tenant-a', query),
    ({ usage }) => usage,
    COUNTED_FROM_LOG_MS,
  );
const callsByKey = async (model: string) =>
  sumsBy('keyId', await onceLogged(model, BY_KEY), 'calls');

jest.setTimeout(180_000);

ifAccessLogs(
  'usage by key (on the sandbox, and on a cluster with ACCESS_LOG_COUNTS=1)',
  () => {
    // What other tests have sent to models of these names must have been counted before these are published.
    beforeAll(() => sleep(COUNTED_FROM_LOG_MS + COLLECTION_MS), 60_000);

    it('equals what was sent with each key and for each tenant, refused requests included', async () => {
      const { iris, first, second, theirs } = await publishForBoth();
      const revoked = await newKey(tenantA);
      const other = await publishIris(
        { tenantId: 'tenant-b', externalPath: '/models/other' },
        tenantB,
      );
      const calls = new Calls();
      const call = (times: number, keyId: string, headers = {}) =>
        calls.send(times, keyId, () => predict(iris, headers));
      await call(7, first.id, withKey(first.apiKey));
      await call(5, second.id, withKey(second.apiKey));
      await call(4, theirs.id, withKey(theirs.apiKey));
      await call(2, revoked.id, withKey(revoked.apiKey));
      await tenantA.revokeKey('iris', 'tenant-a', revoked.id);
      await eventually(async () =>
        expect(await call(1, revoked.id, withKey(revoked.apiKey))).toEqual([
          401,
        ]),
      );
      await call(3, '');
      await call(1, '', withKey('unknown'));
      await call(2, '', withKey(other.apiKey));
      await call(1, '', { 'X-Client-Id': `${iris.id}.tenant-a.${second.id}` });

      const byKey = await onceLogged('iris', BY_KEY);
      expect(sumsBy('keyId', byKey, 'calls')).toEqual(calls.byKey);
      const { '': keyless = 0, ...accepted } = calls.byKey;
      const reached = Object.values(accepted).reduce((sum, one) => sum + one);
      expect(byKey.usage).toMatchObject({ totalRequests: reached });
      const byTenant = await onceLogged('iris', '&groupBy=tenant&step=minute');
      expect(sumsBy('tenant', byTenant, 'calls')).toEqual({
        '': keyless,
        'tenant-a': reached - 4,
        'tenant-b': 4,
      });
    });

    it('shows consumers the calls of their own keys only', async () => {
      const { iris, first, theirs } = await publishForBoth();
      const calls = new Calls();
      await calls.send(3, first.id, () => predict(iris, withKey(first.apiKey)));
      await calls.send(2, theirs.id, () =>
        predict(iris, withKey(theirs.apiKey)),
      );
      await calls.send(1, '', () => predict(iris, {}));
      await onceLogged('iris');
      const seen = await tenantB.usage('iris', 'tenant-a', BY_KEY);
      expect(seen.usage).toMatchObject({
        scope: 'tenants',
        totalRequests: 2,
        requestsToday: 2,
        requestsLimited: null,
        tokensUsed: null,
      });
      expect(seen.series.map(({ measure, group }) => [measure, group])).toEqual(
        [['calls', { tenant: 'tenant-b', keyId: theirs.id }]],
      );
      expect(sumsBy('keyId', seen, 'calls')).toEqual({ [theirs.id]: 2 });
    });

    it('says when each key of a traditional model was used last', async () => {
      const { iris, first, second, theirs } = await publishForBoth();
      const calls = new Calls();
      await calls.send(1, first.id, () => predict(iris, withKey(first.apiKey)));
      await calls.send(1, theirs.id, () =>
        predict(iris, withKey(theirs.apiKey)),
      );
      await onceLogged('iris');
      const lastUses = Object.fromEntries(
        (await tenantA.listKeys('iris', 'tenant-a')).map(
          ({ id, lastUsedAt }) => [id, lastUsedAt],
        ),
      );
      const begin = Date.parse(iris.createdAt);
      for (const { id } of [first, theirs]) {
        expect(Date.parse(lastUses[id] ?? '')).toBeGreaterThan(begin);
      }
      expect(lastUses[second.id]).toBeNull();
    });

    it('has the same numbers in CSV', async () => {
      const { iris, first, theirs } = await publishForBoth();
      const calls = new Calls();
      await calls.send(3, first.id, () => predict(iris, withKey(first.apiKey)));
      await calls.send(2, theirs.id, () =>
        predict(iris, withKey(theirs.apiKey)),
      );
      await calls.send(1, '', () => predict(iris, {}));
      const { asOf } = (await onceLogged('iris')).usage;
      const query = `${BY_KEY}&from=${iris.createdAt}&to=${asOf}`;
      const { series } = await tenantA.usage('iris', 'tenant-a', query);
      const { text } = await tenantA.send(
        'GET',
        `/models/iris/publish/usage?tenant=tenant-a${query}&format=csv`,
      );
      expect(series).toHaveLength(3);
      expect(text.trimEnd().split('\r\n')).toEqual([
        'start,measure,tenant,keyId,value',
        ...series.flatMap(({ measure, group: { tenant, keyId }, points }) =>
          points.map(({ start, value }) =>
            [start, measure, tenant, keyId, value].join(','),
          ),
        ),
      ]);
    });

    it('has what a limit has refused', async () => {
      const iris = await publishIris({
        rateLimiting: { ...WIDE_LIMITS, burstLimit: 5 },
      });
      const calls = new Calls();
      const statuses = await calls.send(40, iris.apiKeyId, () =>
        predict(iris, withKey(iris.apiKey)),
      );
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
      expect(await callsByKey('iris')).toEqual(calls.byKey);
    });

    it('begins at 0 when the model is published again', async () => {
      for (const times of [6, 4]) {
        const iris = await publishIris();
        const calls = new Calls();
        await calls.send(times, iris.apiKeyId, () =>
          predict(iris, withKey(iris.apiKey)),
        );
        await calls.send(times, '', () => predict(iris, {}));
        expect(await callsByKey('iris')).toEqual(calls.byKey);
        await tenantA.unpublish('iris', 'tenant-a');
      }
    });

    ifModelsWait('with models that answer slowly on request', () => {
      it('has what nobody has waited for', async () => {
        const iris = await publishIris();
        const ask = fetchFromGateway(iris.publicHostname);
        const leave = () =>
          ask(`${target.gatewayUrl}${iris.externalPath}/predict`, {
            method: 'POST',
            headers: {
              ...withKey(iris.apiKey),
              'Content-Type': 'application/json',
              'x-test-delay-ms': '2000',
            },
            body: JSON.stringify(SETOSA),
            signal: AbortSignal.timeout(500),
          });
        await expect(leave()).rejects.toThrow();
        await expect(leave()).rejects.toThrow();
        expect(await callsByKey('iris')).toEqual({
          [String(iris.apiKeyId)]: 2,
        });
      });
    });

    ifAiGateway('with Envoy AI Gateway', () => {
      it('has what was tried with a key of another model as nobody’s, and as no use of that key', async () => {
        const model = await publishChat();
        const other = await publishChat(
          { tenantId: 'tenant-b' },
          { model: 'chat2', caller: tenantB },
        );
        const calls = new Calls();
        await calls.send(3, model.apiKeyId, () =>
          chat(model, withKey(model.apiKey), { stream: true }),
        );
        await calls.send(2, model.apiKeyId, () =>
          chat(model, withKey(model.apiKey)),
        );
        expect(
          await calls.send(2, '', () => chat(model, withKey(other.apiKey))),
        ).toEqual([403, 403]);
        expect(await callsByKey('chat')).toEqual(calls.byKey);
        const ofOther = await tenantB.usage('chat2', 'tenant-b', BY_KEY);
        expect(ofOther.series).toEqual([]);
        const keys = await tenantB.listKeys('chat2', 'tenant-b');
        // Absent where the AI Gateway does not count by keys: then nobody knows of keys that the access log has not seen.
        expect(keys.map(({ lastUsedAt = null }) => lastUsedAt)).toEqual([null]);
      });
    });
  },
);
