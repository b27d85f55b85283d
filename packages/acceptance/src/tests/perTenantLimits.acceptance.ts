import {
  PublicationPatch,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { tenantA, tenantB } from '../client/callers';
import {
  awayFromEndOf,
  beginningOf,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
} from '../client/clockWindow';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { leaveAnswers } from '../client/leaveAnswers';
import { limitHit } from '../client/limitHit';
import { errorOf, PortalClient } from '../client/PortalClient';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { ifAiGateway, target } from '../client/target';
import { LIMITS_SEEN_MS, untilLimits } from '../client/untilLimits';

const BOTH = { allowedTenants: ['tenant-a', 'tenant-b'] };
/** Longer than what is counted in one minute takes. */
const TEST_MS = 30_000;

const minute = () => Math.floor(Date.now() / MINUTE_MS);
/** Nobody knows what other tests, or an earlier run, have counted in this minute. */
const usedUntil = minute();

/** Waits for a minute in which nothing has been counted of a model that only one of the tests below counts. */
async function freshMinute(): Promise<void> {
  await awayFromEndOf(MINUTE_MS, { forMs: TEST_MS });
  if (minute() === usedUntil) {
    await beginningOf(MINUTE_MS);
  }
}

/** iris of a tenant for both tenants, with keys of each and these limits. */
async function publishForBoth(
  rateLimiting: RateLimiting,
  owner: PortalClient = tenantA,
  tenantId: 'tenant-a' | 'tenant-b' = 'tenant-a',
) {
  const iris = await publishIris(
    {
      tenantId,
      externalPath: `/models/limited-${tenantId}`,
      authentication: BOTH,
      rateLimiting: { ...WIDE_LIMITS, ...rateLimiting },
    },
    owner,
  );
  const keyOf = async (tenant: PortalClient) =>
    String((await tenant.createKey('iris', tenantId)).apiKey);
  const keys = { a: await keyOf(tenantA), b: await keyOf(tenantB) };
  await untilLimits('True', owner, tenantId);
  const ask = async (key: string) => predict(iris, withKey(key));
  const statusesOf = async (key: string, count: number) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) {
      statuses.push((await ask(key)).status);
    }
    return statuses.join(' ');
  };
  const update = async (perTenant: PerTenantPatch) => {
    await owner.update('iris', tenantId, { rateLimiting: { perTenant } });
    await untilLimits('True', owner, tenantId);
    await sleep(LIMITS_SEEN_MS);
  };
  /** One request that the limiter has counted. The first ones after a publish may pass before it knows the limits. */
  const askUntilCounted = (key: string) =>
    eventually(async () => {
      const { headers } = await ask(key);
      expect(headers['x-ratelimit-limit']).toContain('w=60');
    });
  return { ...iris, keys, ask, askUntilCounted, statusesOf, update };
}

type PerTenantPatch = NonNullable<
  PublicationPatch['rateLimiting']
>['perTenant'];

const statuses = (admitted: number, refused = 0) =>
  [...Array(admitted).fill(200), ...Array(refused).fill(429)].join(' ');

const ifGlobal = target.hasGlobalRateLimit ? describe : describe.skip;

ifGlobal('limits of single tenants with the global limiter', () => {
  it(
    'are of all keys of a tenant together, and of nobody else, within the total',
    async () => {
      const iris = await publishForBoth({
        requestsPerMinute: 13,
        perTenant: {
          'tenant-a': { requestsPerMinute: 4 },
          'tenant-b': { requestsPerMinute: 10 },
        },
      });
      await freshMinute();
      await iris.askUntilCounted(iris.keys.b);
      expect(await iris.statusesOf(iris.keys.a, 3)).toBe(statuses(3));
      expect(await iris.statusesOf(iris.apiKey, 2)).toBe(statuses(1, 1));
      const refused = await iris.ask(iris.keys.a);
      expect(limitHit(refused)).toMatchObject({
        countedBy: 'limiter',
        limit: 4,
        remaining: 0,
      });
      expect(limitHit(refused).resetSeconds).toBeLessThanOrEqual(60);
      // Seven have come so far, and the total counts refused ones as well.
      expect(await iris.statusesOf(iris.keys.b, 6)).toBe(statuses(6));
      expect(limitHit(await iris.ask(iris.keys.b))).toMatchObject({
        limit: 13,
      });
    },
    3 * MINUTE_MS,
  );

  it(
    'stay exact for everybody while those of others change, go and come',
    async () => {
      const iris = await publishForBoth(
        {
          perTenant: {
            'tenant-a': { requestsPerMinute: 4 },
            'tenant-b': { requestsPerMinute: 10 },
          },
        },
        tenantB,
        'tenant-b',
      );
      const { keys, statusesOf, update } = iris;
      await freshMinute();
      await iris.askUntilCounted(keys.b);
      expect(await statusesOf(keys.a, 5)).toBe(statuses(4, 1));
      expect(await statusesOf(keys.b, 3)).toBe(statuses(3));
      // Five have come of tenant-a.
      await update({ 'tenant-a': { requestsPerMinute: 7 } });
      expect(await statusesOf(keys.a, 3)).toBe(statuses(2, 1));
      expect(await statusesOf(keys.b, 2)).toBe(statuses(2));
      await update({ 'tenant-a': null });
      expect(await statusesOf(keys.a, 5)).toBe(statuses(5));
      expect(await statusesOf(keys.b, 2)).toBe(statuses(2));
      await update({ 'tenant-a': { burstLimit: 500, requestsPerMinute: 9 } });
      // What came without the limit was not counted.
      expect(await statusesOf(keys.a, 2)).toBe(statuses(1, 1));
      expect(await statusesOf(keys.b, 3)).toBe(statuses(2, 1));
    },
    3 * MINUTE_MS,
  );

  it(
    'admit no more, and no less, of many requests at once',
    async () => {
      const limit = 10;
      const iris = await publishForBoth({
        perTenant: {
          // So that the rule of tenant-b gets a place of its own, where nothing has been counted in this minute.
          'tenant-a': WIDE_LIMITS,
          'tenant-b': { requestsPerMinute: limit },
        },
      });
      await awayFromEndOf(MINUTE_MS, { forMs: TEST_MS });
      await iris.askUntilCounted(iris.keys.a);
      const concurrency = 6;
      let admitted = 0;
      const worker = async () => {
        while ((await iris.ask(iris.keys.b)).status === 200) {
          admitted += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
      expect(admitted).toBeGreaterThanOrEqual(limit);
      expect(admitted).toBeLessThanOrEqual(limit + concurrency);
      expect(await iris.statusesOf(iris.keys.a, 3)).toBe(statuses(3));
    },
    3 * MINUTE_MS,
  );
});

const ifLocal = target.hasGlobalRateLimit ? describe.skip : describe;

ifLocal('limits of single tenants without the global limiter', () => {
  it('are kept by each Envoy, as it may, and say so', async () => {
    const iris = await publishForBoth({
      perTenant: { 'tenant-a': { requestsPerMinute: 3 } },
    });
    expect(iris.warnings.map(({ field }) => field)).toContain(
      'rateLimiting.perTenant.tenant-a.requestsPerMinute',
    );
    expect(await iris.statusesOf(iris.apiKey, 2)).toBe(statuses(2));
    expect(await iris.statusesOf(iris.keys.a, 2)).toBe(statuses(1, 1));
    expect(limitHit(await iris.ask(iris.keys.a))).toMatchObject({
      countedBy: 'envoy',
      limit: 3,
      remaining: 0,
    });
    expect(await iris.statusesOf(iris.keys.b, 5)).toBe(statuses(5));
  });
});

describe('limits of single tenants', () => {
  it('admit bursts of a tenant up to its limit, whatever the others do', async () => {
    const limit = 3;
    const iris = await publishForBoth({
      perTenant: { 'tenant-a': { burstLimit: limit } },
    });
    await beginningOf(SECOND_MS);
    const answersTo = (key: string) =>
      Promise.all(Array.from({ length: 4 * limit }, () => iris.ask(key)));
    const [ofA, ofB] = await Promise.all(
      [iris.keys.a, iris.keys.b].map(answersTo),
    );
    const refused = ofA?.filter(({ status }) => status === 429) ?? [];
    // The requests may fall into two seconds.
    expect(refused.length).toBeGreaterThanOrEqual(2 * limit);
    expect(refused.length).toBeLessThanOrEqual(3 * limit);
    expect(ofB?.filter(({ status }) => status !== 200)).toEqual([]);
    expect(refused.map(limitHit)).toEqual(
      refused.map(() => ({
        countedBy: target.hasGlobalRateLimit ? 'limiter' : 'envoy',
        limit,
        remaining: 0,
        resetSeconds: 1,
      })),
    );
  });

  it.each<[string, RateLimiting, string[], string]>([
    [
      'of tenants that may not use the model',
      { perTenant: { 'tenant-c': { burstLimit: 1 }, constructor: {} } },
      ['tenant-a', 'tenant-b'],
      'config.rateLimiting.perTenant.tenant-c',
    ],
    [
      'above the maximum of the platform',
      { perTenant: { 'tenant-b': { burstLimit: 4_000_000_000 } } },
      ['tenant-a', 'tenant-b'],
      'config.rateLimiting.perTenant.tenant-b.burstLimit',
    ],
  ])('%s are refused by their field', async (_, ...rest) => {
    const [rateLimiting, allowedTenants, field] = rest;
    const answer = await tenantA.send('POST', '/models/iris/publish', {
      config: {
        tenantId: 'tenant-a',
        authentication: { allowedTenants },
        rateLimiting,
      },
    });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).details?.map(problem => problem.field)).toEqual([
      field,
    ]);
  });

  it('of others are nothing that a consumer could see', async () => {
    const iris = await publishForBoth({
      burstLimit: 900,
      perTenant: {
        'tenant-a': { burstLimit: 777 },
        'tenant-b': { burstLimit: 950 },
      },
    });
    const totals = { ...WIDE_LIMITS, burstLimit: 900 };
    const { rateLimiting, warnings } = await tenantB.get('iris', 'tenant-a');
    expect(rateLimiting).toEqual({
      ...totals,
      perTenant: { 'tenant-b': { burstLimit: 950 } },
    });
    expect(warnings.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['rateLimiting.perTenant.tenant-b.burstLimit']),
    );
    const seen = await Promise.all(
      ['/models/iris/publish?tenant=tenant-a', '/published-models'].map(
        async path => (await tenantB.send('GET', path)).text,
      ),
    );
    expect(seen.join()).not.toContain('777');
    const [listed] = await tenantB.list();
    expect(listed).toMatchObject({ id: iris.id, rateLimiting: totals });
    const own = await tenantA.get('iris', 'tenant-a');
    expect(Object.keys(own.rateLimiting.perTenant ?? {})).toEqual([
      'tenant-a',
      'tenant-b',
    ]);
  });
});

/** What one answer of model chat costs. */
const TOKENS_PER_ANSWER = 8;
/** All of it takes less. */
const TOKEN_TEST_MS = 150_000;

const ifTokens = target.hasGlobalRateLimit ? ifAiGateway : describe.skip;

ifTokens('with Envoy AI Gateway: tokensPerHour of single tenants', () => {
  beforeAll(() => awayFromEndOf(HOUR_MS, { forMs: TOKEN_TEST_MS }), HOUR_MS);

  it(
    'are of all keys of a tenant together, and of nobody else',
    async () => {
      const model = await publishChat({
        authentication: BOTH,
        rateLimiting: {
          ...WIDE_LIMITS,
          perTenant: Object.fromEntries(
            BOTH.allowedTenants.map(tenant => [tenant, { tokensPerHour: 1 }]),
          ),
        },
      });
      const keyOf = async (tenant: PortalClient) =>
        String((await tenant.createKey('chat', 'tenant-a')).apiKey);
      const keys = {
        a: [model.apiKey, await keyOf(tenantA)],
        b: [await keyOf(tenantB)],
      };
      const leave = (about: number, tenant: string, [key = '']: string[]) =>
        leaveAnswers(about, {
          limitTo: tokensPerHour =>
            tenantA.update('chat', 'tenant-a', {
              rateLimiting: { perTenant: { [tenant]: { tokensPerHour } } },
            }),
          ask: () => chat(model, withKey(key)),
          perAnswer: TOKENS_PER_ANSWER,
        });
      const ask = async (some: string[], times: number) => {
        const answers = [];
        for (let index = 0; index < times; index += 1) {
          answers.push(
            await chat(model, withKey(some[index % some.length] ?? '')),
          );
        }
        return answers;
      };
      const statusesOf = async (some: string[], times: number) =>
        (await ask(some, times)).map(({ status }) => status).join(' ');

      const leftA = await leave(3, 'tenant-a', keys.a);
      const leftB = await leave(5, 'tenant-b', keys.b);
      expect(await statusesOf(keys.a, leftA + 3)).toBe(statuses(leftA, 3));
      expect(await statusesOf(keys.b, 2)).toBe(statuses(2));

      await tenantA.update('chat', 'tenant-a', {
        rateLimiting: { perTenant: { 'tenant-a': null } },
      });
      await sleep(SECOND_MS);
      expect(await statusesOf(keys.a, 2)).toBe(statuses(2));
      expect(await statusesOf(keys.b, leftB - 1)).toBe(statuses(leftB - 2, 1));
      const [refused] = await ask(keys.b, 1);
      expect(refused && limitHit(refused)).toMatchObject({
        countedBy: 'limiter',
        remaining: 0,
      });
      expect(refused?.text).toBe('');
    },
    TOKEN_TEST_MS,
  );
});
