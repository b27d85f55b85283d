import { setTimeout as sleep } from 'node:timers/promises';
import { predict } from '../client/gateway';
import {
  publishIris,
  PublishedIris,
  WIDE_LIMITS,
  withKey,
} from '../client/publishIris';
import { target } from '../client/target';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Windows are aligned to the clock, and counters outlive a publication: only a fresh window counts from zero. */
async function beginningOf(windowMs: number): Promise<void> {
  await sleep(windowMs - (Date.now() % windowMs) + 20);
}

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

  it('admit no more than the requests of the hour', async () => {
    const limit = 20;
    const iris = await publishIris({
      rateLimiting: { ...WIDE_LIMITS, requestsPerHour: limit },
    });
    // Earlier tests may have used up part of this hour.
    const statuses = await statusesOf(iris, limit + 1);
    expect(count(statuses, 200)).toBeLessThanOrEqual(limit);
    expect(statuses.at(-1)).toBe(429);
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
