import { setTimeout as sleep } from 'node:timers/promises';
import { admin, tenantA } from '../client/callers';
import { predict } from '../client/gateway';
import {
  publishIris,
  PublishedIris,
  WIDE_LIMITS,
  withKey,
} from '../client/publishIris';
import { hostnames, target } from '../client/target';
import { startTraffic, stopTraffic, Traffic } from '../client/traffic';

const TEST_MS = 120_000;
const PAUSE_MS = 1_000;
const other = { publicHostname: hostnames.other };

afterEach(stopTraffic);

/** 80 requests with the key and 20 without one, each second. */
function loadOn(iris: PublishedIris): { valid: Traffic; keyless: Traffic } {
  const { publicHostname, externalPath, apiKey } = iris;
  const aim = { publicHostname, externalPath };
  return {
    valid: startTraffic({ ...aim, apiKey }, { perSecond: 80, expected: 200 }),
    keyless: startTraffic(aim, { perSecond: 20, expected: 401 }),
  };
}

/** Every request with a key was served, and none without. Answers with the number of requests. */
async function expectNoHarm({
  valid,
  keyless,
}: ReturnType<typeof loadOn>): Promise<number> {
  const withKeyReport = await valid.stop();
  const keylessReport = await keyless.stop();
  expect(withKeyReport.surprises).toEqual([]);
  expect(keylessReport.statuses[200]).toBeUndefined();
  expect(withKeyReport.statuses).toEqual({ 200: withKeyReport.sent });
  expect(withKeyReport.sent).toBeGreaterThan(0);
  expect(keylessReport.sent).toBeGreaterThan(0);
  return withKeyReport.sent + keylessReport.sent;
}

describe('at 100 requests each second', () => {
  it(
    'limits change without a failed request',
    async () => {
      const load = loadOn(await publishIris());
      for (const burstLimit of [900, 800, 700]) {
        await tenantA.update('iris', 'tenant-a', {
          rateLimiting: { burstLimit, requestsPerMinute: burstLimit * 10 },
        });
        await sleep(PAUSE_MS);
      }
      expect(await expectNoHarm(load)).toBeGreaterThan(100);
    },
    TEST_MS,
  );

  it(
    'keys rotate without a failed request',
    async () => {
      const load = loadOn(await publishIris());
      for (let round = 0; round < 4; round++) {
        const { apiKey } = await tenantA.rotateKey('iris', 'tenant-a', '5m');
        load.valid.aim = { ...load.valid.aim, apiKey: String(apiKey) };
        await sleep(PAUSE_MS);
      }
      expect(await expectNoHarm(load)).toBeGreaterThan(100);
    },
    TEST_MS,
  );

  it.each([
    ['the path moves', { externalPath: '/models/iris-moved' }],
    ['the hostname moves', other],
    ['both move', { ...other, externalPath: '/models/iris-moved' }],
  ])(
    '%s without a failed request, at the new address and, for ten seconds, at the old one',
    async (_, address) => {
      const iris = await publishIris();
      const onOld = loadOn(iris);
      await sleep(PAUSE_MS);
      const moved = await tenantA.update('iris', 'tenant-a', address);
      const onNew = loadOn({ ...iris, ...moved });
      const endsAt = moved.retiringAddresses[0]?.endsAt;
      expect(endsAt).toEqual(expect.any(String));
      await sleep(Date.parse(String(endsAt)) - Date.now() - PAUSE_MS);
      await expectNoHarm(onOld);
      await sleep(2 * PAUSE_MS);
      await expectNoHarm(onNew);
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(404);
    },
    TEST_MS,
  );

  it(
    'tenants come and go without a failed request of the others',
    async () => {
      const iris = await publishIris({
        authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
      });
      const { apiKey } = await admin.createKey('iris', 'tenant-a', {
        tenantId: 'tenant-b',
      });
      const load = loadOn(iris);
      const statusOfOther = async () =>
        (await predict(iris, withKey(String(apiKey)))).status;
      expect(await statusOfOther()).toBe(200);
      for (const [allowedTenants, status] of [
        [['tenant-a'], 403],
        [['tenant-a', 'tenant-b'], 200],
      ] as const) {
        await tenantA.update('iris', 'tenant-a', {
          authentication: { allowedTenants: [...allowedTenants] },
        });
        await sleep(PAUSE_MS);
        expect(await statusOfOther()).toBe(status);
      }
      expect(await expectNoHarm(load)).toBeGreaterThan(100);
    },
    TEST_MS,
  );
});

describe('a key', () => {
  const samples = target.kind === 'cluster' ? 20 : 5;

  it(
    `is refused within a second of its revocation, ${samples} times`,
    async () => {
      const iris = await publishIris({ rateLimiting: WIDE_LIMITS });
      const delays: number[] = [];
      for (let sample = 0; sample < samples; sample++) {
        const { apiKey, key } = await tenantA.createKey('iris', 'tenant-a');
        const header = withKey(String(apiKey));
        expect((await predict(iris, header)).status).toBe(200);
        const startedAt = Date.now();
        const revoking = tenantA.revokeKey('iris', 'tenant-a', key.id);
        while ((await predict(iris, header)).status !== 401) {
          await sleep(5);
        }
        delays.push(Date.now() - startedAt);
        await revoking;
      }
      expect(Math.max(...delays)).toBeLessThan(1_000);
    },
    TEST_MS,
  );

  it(
    `is refused within a second of its expiry, ${samples} at once`,
    async () => {
      const iris = await publishIris({ rateLimiting: WIDE_LIMITS });
      const end = Date.now() + 8_000;
      const keys = [];
      for (let sample = 0; sample < samples; sample++) {
        const expiresAt = new Date(end + sample * 100).toISOString();
        const { apiKey } = await tenantA.createKey('iris', 'tenant-a', {
          expiresAt,
        });
        keys.push({ header: withKey(String(apiKey)), end: end + sample * 100 });
      }
      const delays = await Promise.all(
        keys.map(async ({ header, end: expectedEnd }) => {
          for (;;) {
            const sentAt = Date.now();
            const { status } = await predict(iris, header);
            if (status === 401) {
              return sentAt - expectedEnd;
            }
            expect(status).toBe(200);
            // Slowly enough for the limits, which later tests have to keep to as well.
            await sleep(100);
          }
        }),
      );
      // Neither too late nor too early.
      expect(Math.max(...delays)).toBeLessThan(1_000);
      expect(Math.min(...delays)).toBeGreaterThan(-50);
    },
    TEST_MS,
  );
});
