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
import {
  publishIris,
  PublishedIris,
  WIDE_LIMITS,
  withKey,
} from '../client/publishIris';
import { target } from '../client/target';
import { LIMITS_SEEN_MS, untilLimits } from '../client/untilLimits';

/** Longer than any of these tests takes within one window. */
const TEST_MS = 20_000;

async function statusesOf(
  iris: PublishedIris,
  count: number,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) {
    statuses.push((await predict(iris, withKey(iris.apiKey))).status);
  }
  return statuses;
}

/** The tightest limit's value; the global and the local limits each have a header. */
function leastOf(header: string | string[] | undefined): number {
  return Math.min(...String(header).split(',').map(Number));
}

/** With or without a rate limit service in the configuration of Envoy Gateway, which obeys it at once. */
async function setLimiter(isThere: boolean): Promise<void> {
  const text = isThere ? 'rateLimit: { backend: { type: Redis } }\n' : '\n';
  const response = await fetch(
    `${target.kubernetesUrl}/api/v1/namespaces/envoy-gateway-system/configmaps/envoy-gateway-config`,
    {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/merge-patch+json' },
      body: JSON.stringify({ data: { 'envoy-gateway.yaml': text } }),
    },
  );
  expect(response.status).toBe(200);
  await sleep(LIMITS_SEEN_MS);
}

const count = (statuses: number[], wanted: number) =>
  statuses.filter(status => status === wanted).length;

const ifGlobal = target.hasGlobalRateLimit ? describe : describe.skip;

ifGlobal('limits of a published model with the global limiter', () => {
  it(
    'admit exactly the requests of the minute',
    async () => {
      const limit = 5;
      const iris = await publishIris({
        rateLimiting: { ...WIDE_LIMITS, requestsPerMinute: limit },
      });
      await beginningOf(MINUTE_MS);
      const statuses = await statusesOf(iris, limit + 5);
      expect(statuses).toEqual([
        ...Array.from({ length: limit }, () => 200),
        ...Array.from({ length: 5 }, () => 429),
      ]);
    },
    2 * MINUTE_MS,
  );

  it(
    'admit no more of the minute to many who ask at once',
    async () => {
      const limit = 20;
      const iris = await publishIris({
        rateLimiting: { ...WIDE_LIMITS, requestsPerMinute: limit },
      });
      await beginningOf(MINUTE_MS);
      const answers = await Promise.all(
        Array.from({ length: 3 * limit }, () =>
          predict(iris, withKey(iris.apiKey)),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect(count(statuses, 200)).toBe(limit);
      expect(count(statuses, 429)).toBe(2 * limit);
    },
    2 * MINUTE_MS,
  );

  it('admit exactly the requests of the hour', async () => {
    await awayFromEndOf(HOUR_MS, { forMs: TEST_MS });
    const wide = 400;
    const more = 5;
    // Not the model of the other tests: counters outlive a publication, and those have used up most of an hour.
    const iris = await publishIris(
      {
        tenantId: 'tenant-b',
        rateLimiting: { ...WIDE_LIMITS, requestsPerHour: wide },
      },
      tenantB,
    );
    await untilLimits('True', tenantB, 'tenant-b');
    // The first requests after a publish may pass before the limiter counts.
    const { headers } = await eventually(async () => {
      const answer = await predict(iris, withKey(iris.apiKey));
      expect(answer.headers['x-ratelimit-limit']).toContain('w=3600');
      return answer;
    });
    const used = wide - leastOf(headers['x-ratelimit-remaining']);
    await tenantB.update('iris', 'tenant-b', {
      rateLimiting: { requestsPerHour: used + more },
    });
    await untilLimits('True', tenantB, 'tenant-b');
    const statuses = await statusesOf(iris, more + 2);
    expect(statuses).toEqual([
      ...Array.from({ length: more }, () => 200),
      429,
      429,
    ]);
  });
});

const ifLocal = target.hasGlobalRateLimit ? describe.skip : describe;

ifLocal('limits of a published model without the global limiter', () => {
  it('are kept approximately where the platform allows it, and say so', async () => {
    const limit = 5;
    const iris = await publishIris({
      rateLimiting: { ...WIDE_LIMITS, requestsPerMinute: limit },
    });
    expect(iris.warnings.map(({ field }) => field)).toEqual([
      'rateLimiting.requestsPerMinute',
      'rateLimiting.requestsPerHour',
      'rateLimiting.burstLimit',
    ]);
    await untilLimits('True');
    expect(await statusesOf(iris, 2 * limit)).toEqual([
      ...Array.from({ length: limit }, () => 200),
      ...Array.from({ length: limit }, () => 429),
    ]);
  });
});

describe('limits of a published model', () => {
  it('admit bursts up to the limit of the second', async () => {
    const limit = 5;
    const iris = await publishIris({
      rateLimiting: { ...WIDE_LIMITS, burstLimit: limit },
    });
    await beginningOf(SECOND_MS);
    const answers = await Promise.all(
      Array.from({ length: 4 * limit }, () =>
        predict(iris, withKey(iris.apiKey)),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(count(statuses, 200)).toBeGreaterThanOrEqual(limit);
    // The requests may fall into two seconds.
    expect(count(statuses, 200)).toBeLessThanOrEqual(2 * limit);
    expect(count(statuses, 200) + count(statuses, 429)).toBe(4 * limit);
  });

  it('do not count refused callers', async () => {
    const limit = 5;
    const iris = await publishIris({
      rateLimiting: { ...WIDE_LIMITS, burstLimit: limit },
    });
    await beginningOf(SECOND_MS);
    const strangers = await Promise.all(
      Array.from({ length: 4 * limit }, () => predict(iris, {})),
    );
    expect(strangers.map(({ status }) => status)).toEqual(
      Array.from({ length: 4 * limit }, () => 401),
    );
    expect(await statusesOf(iris, 1)).toEqual([200]);
  });
});

const ifSandbox =
  target.kind === 'sandbox' && target.hasGlobalRateLimit
    ? describe
    : describe.skip;

// Here tests may reconfigure Envoy Gateway itself.
ifSandbox(
  'limits of a published model on a gateway that loses its limiter',
  () => {
    const HOURLY = { ...WIDE_LIMITS, requestsPerHour: 400_000 };

    beforeEach(() => setLimiter(false));
    afterEach(() => setLimiter(true));

    it('close it instead of letting requests pass uncounted, and say so', async () => {
      await setLimiter(true);
      const iris = await publishIris({ rateLimiting: HOURLY });
      await untilLimits('True');
      await setLimiter(false);
      expect(await untilLimits('False')).toMatchObject({
        reason: 'Invalid',
        advice: expect.stringContaining('rate limit service'),
      });
      expect(await statusesOf(iris, 1)).toEqual([500]);
      await setLimiter(true);
      await untilLimits('True');
      expect(await statusesOf(iris, 1)).toEqual([200]);
    });

    it('are refused by name when they need it', async () => {
      const { status, body } = await tenantA.send(
        'POST',
        '/models/iris/publish',
        { config: { tenantId: 'tenant-a', rateLimiting: HOURLY } },
      );
      expect({ status, body }).toMatchObject({
        status: 422,
        body: {
          error: {
            details: ['requestsPerMinute', 'requestsPerHour'].map(name => ({
              field: `config.rateLimiting.${name}`,
              problem: expect.stringContaining('globalRateLimit'),
            })),
          },
        },
      });
    });
  },
);
