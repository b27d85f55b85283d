import { z } from 'zod';
import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway, predict } from '../client/gateway';
import { onceCounted } from '../client/onceCounted';
import { PortalClient } from '../client/PortalClient';
import {
  ifGatewayRestarts,
  ifPrometheus,
  prometheus,
} from '../client/prometheus';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { publishIris, PublishedIris, withKey } from '../client/publishIris';
import { predictOften, sendOften } from '../client/sendOften';
import { sumsBy } from '../client/sumsBy';
import { target } from '../client/target';

const tokensSchema = z.object({
  usage: z.object({ total_tokens: z.number() }),
});

/** @returns the tokens that the model has reported with its answers */
async function chatOften(
  model: PublishedChat,
  times: number,
  key = model.apiKey,
): Promise<number> {
  const answers = await sendOften(times, () => chat(model, withKey(key)));
  return answers
    .map(({ text }) => tokensSchema.parse(JSON.parse(text)))
    .reduce((sum, { usage }) => sum + usage.total_tokens, 0);
}

/** Status of a question about a model, which does not use it. */
const askAbout = async (iris: PublishedIris) =>
  (
    await callGateway(iris.externalPath, {
      host: iris.publicHostname,
      headers: withKey(iris.apiKey),
    })
  ).status;

/** A further key of a tenant for tenant-a's chat. */
async function newKey(caller: PortalClient) {
  const { apiKey, apiKeyId } = await caller.createKey('chat', 'tenant-a');
  return { id: String(apiKeyId), apiKey: String(apiKey) };
}

const usageOf = (model: string, query = '', caller = tenantA) =>
  onceCounted(
    () => caller.usage(model, 'tenant-a', query),
    ({ usage }) => usage,
  );
const total = async (model: string) => (await usageOf(model)).usage;

jest.setTimeout(180_000);

const ifBoth =
  target.hasAiGateway && target.prometheusUrl ? describe : describe.skip;

ifBoth('usage', () => {
  it('equals what was sent with each of three keys to two models, and the tokens that were reported', async () => {
    const iris = await publishIris();
    const model = await publishChat();
    const second = await newKey(tenantA);
    await predictOften(iris, 200);
    const tokens = {
      [String(model.apiKeyId)]: await chatOften(model, 150),
      [second.id]: await chatOften(model, 150, second.apiKey),
    };
    expect((await predict(iris, withKey('wrong'))).status).toBe(401);
    expect(await total('iris')).toMatchObject({
      scope: 'publication',
      totalRequests: 200,
      requestsToday: 200,
      requestsLimited: 0,
      tokensUsed: null,
    });
    const byKey = await usageOf('chat', '&groupBy=key&step=minute');
    expect(byKey.usage).toMatchObject({
      totalRequests: 300,
      tokensUsed: Object.values(tokens).reduce((sum, one) => sum + one),
    });
    expect(sumsBy('keyId', byKey, 'tokens')).toEqual(tokens);
    const rows = (await tenantA.page()).items;
    expect(
      rows.map(({ modelName, usage }) => [modelName, usage?.totalRequests]),
    ).toEqual([
      ['chat', 300],
      ['iris', 200],
    ]);
    const keys = await tenantA.listKeys('chat', 'tenant-a');
    const begin = Date.parse(model.createdAt);
    expect(keys).toHaveLength(2);
    keys.forEach(({ lastUsedAt }) =>
      expect(Date.parse(lastUsedAt ?? '')).toBeGreaterThan(begin),
    );
  });

  it('shows consumers what was used with their own keys only', async () => {
    const model = await publishChat({
      authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
    });
    const theirs = await newKey(tenantB);
    await chatOften(model, 3);
    const tokens = await chatOften(model, 2, theirs.apiKey);
    const seen = await usageOf('chat', '&groupBy=key&step=minute', tenantB);
    expect(seen.usage).toMatchObject({ scope: 'tenants', tokensUsed: tokens });
    expect(sumsBy('keyId', seen, 'tokens')).toEqual({ [theirs.id]: tokens });
  });
});

ifPrometheus('usage of a model', () => {
  it('begins at 0 when it is published again, and leaves out what asks about the model', async () => {
    for (const times of [7, 12]) {
      const iris = await publishIris();
      await predictOften(iris, times);
      expect(await askAbout(iris)).toBe(200);
      expect(await total('iris')).toMatchObject({ totalRequests: times });
      await tenantA.unpublish('iris', 'tenant-a');
    }
  });

  it('goes on when its address changes there and back', async () => {
    const iris = await publishIris();
    await predictOften(iris, 5);
    await total('iris');
    const moved = await tenantA.update('iris', 'tenant-a', {
      externalPath: '/models/iris-moved',
    });
    await predictOften({ ...iris, ...moved, apiKey: iris.apiKey }, 4);
    await total('iris');
    await tenantA.update('iris', 'tenant-a', {
      externalPath: iris.externalPath,
    });
    await predictOften(iris, 6);
    expect(await total('iris')).toMatchObject({ totalRequests: 15 });
  });

  it('counts refused requests apart', async () => {
    const iris = await publishIris({
      rateLimiting: { requestsPerMinute: 3, requestsPerHour: 1_000 },
    });
    await eventually(async () =>
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(429),
    );
    const { totalRequests, requestsLimited } = await total('iris');
    const statuses = await tenantA.usage(
      'iris',
      'tenant-a',
      '&groupBy=status&step=minute',
    );
    const answered = statuses.series
      .filter(
        ({ measure, group }) =>
          measure === 'responses' && group.status === '200',
      )
      .flatMap(({ points }) => points)
      .reduce((sum, { value }) => sum + value, 0);
    expect(answered).toBe(totalRequests);
    expect(requestsLimited).toBeGreaterThanOrEqual(1);
  });

  it('is said to be unavailable while Prometheus is away, with the last values, and is filled up afterwards', async () => {
    const iris = await publishIris();
    await predictOften(iris, 5);
    const before = await total('iris');
    expect(before).toMatchObject({ state: 'current', totalRequests: 5 });
    await prometheus.lose();
    try {
      await predictOften(iris, 8);
      await eventually(
        async () =>
          expect((await tenantA.get('iris', 'tenant-a')).usage).toMatchObject({
            state: 'unavailable',
            totalRequests: 5,
            lastAccessTime: before.lastAccessTime,
          }),
        { withinMs: 60_000 },
      );
    } finally {
      await prometheus.regain();
    }
    expect(await total('iris')).toMatchObject({ totalRequests: 13 });
  });
});

ifGatewayRestarts('usage of a gateway that restarts', () => {
  it('goes on counting from where it was', async () => {
    const iris = await publishIris();
    await predictOften(iris, 20);
    expect(await total('iris')).toMatchObject({ totalRequests: 20 });
    await prometheus.restartGateway();
    await eventually(
      async () =>
        expect((await predict(iris, withKey('wrong'))).status).toBe(401),
      { withinMs: 60_000 },
    );
    // More than before, so that the counter alone would not tell that it has begun anew.
    await predictOften(iris, 30);
    expect(await total('iris')).toMatchObject({ totalRequests: 50 });
  });
});
