import { setTimeout as sleep } from 'node:timers/promises';
import { tenantA } from '../client/callers';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { withKey } from '../client/publishIris';
import { ifAiGateway, hostnames } from '../client/target';
import { Aim, startTraffic, stopTraffic, Traffic } from '../client/traffic';

const TEST_MS = 120_000;
const PAUSE_MS = 1_000;

afterEach(stopTraffic);

/** 50 requests with the key and 20 without one, each second. */
function loadOn(aim: Aim): { valid: Traffic; keyless: Traffic } {
  return {
    valid: startTraffic(aim, { perSecond: 50, expected: 200 }),
    keyless: startTraffic(
      { ...aim, apiKey: undefined },
      { perSecond: 20, expected: 401 },
    ),
  };
}

const aimAt = ({
  publicHostname,
  externalPath,
  openai,
  apiKey,
}: PublishedChat): Aim => ({ publicHostname, externalPath, openai, apiKey });

/** Every request with a key was served, and none without. */
async function expectNoHarm({
  valid,
  keyless,
}: ReturnType<typeof loadOn>): Promise<number> {
  const withKeyReport = await valid.stop();
  const keylessReport = await keyless.stop();
  expect(withKeyReport.surprises).toEqual([]);
  expect(withKeyReport.statuses).toEqual({ 200: withKeyReport.sent });
  expect(keylessReport.statuses[200]).toBeUndefined();
  expect(keylessReport.sent).toBeGreaterThan(40);
  return withKeyReport.sent;
}

ifAiGateway(
  'with Envoy AI Gateway: an OpenAI-compatible model at 70 requests each second',
  () => {
    it(
      'changes its limits and keys without a failed request',
      async () => {
        const load = loadOn(aimAt(await publishChat()));
        for (const burstLimit of [900, 800]) {
          await tenantA.update('chat', 'tenant-a', {
            rateLimiting: { burstLimit, tokensPerHour: burstLimit * 10_000 },
          });
          await sleep(PAUSE_MS);
          const { apiKey } = await tenantA.rotateKey('chat', 'tenant-a', '5m');
          load.valid.aim = { ...load.valid.aim, apiKey: String(apiKey) };
          await sleep(PAUSE_MS);
        }
        expect(await expectNoHarm(load)).toBeGreaterThan(100);
      },
      TEST_MS,
    );

    it.each([
      ['its name', { externalPath: '/v1/models/chat-moved' }],
      ['its hostname', { publicHostname: hostnames.other }],
    ])(
      'moves to another address by %s without a failed request at either',
      async (_, address) => {
        const model = await publishChat();
        const onOld = loadOn(aimAt(model));
        await sleep(PAUSE_MS);
        const moved = await tenantA.update('chat', 'tenant-a', address);
        expect(moved.effective).toBe('now');
        const onNew = loadOn(
          aimAt({ ...model, ...moved, openai: moved.openai ?? model.openai }),
        );
        const endsAt = String(moved.retiringAddresses[0]?.endsAt);
        await sleep(Date.parse(endsAt) - Date.now() - PAUSE_MS);
        await expectNoHarm(onOld);
        await sleep(3 * PAUSE_MS);
        await expectNoHarm(onNew);
        expect((await chat(model, withKey(model.apiKey))).status).not.toBe(200);
      },
      TEST_MS,
    );

    it(
      'refuses a key within a second of its revocation, while streams that run go on to their end',
      async () => {
        const model = await publishChat();
        const streams = Array.from({ length: 5 }, () =>
          chat(
            model,
            { ...withKey(model.apiKey), 'x-test-delay-ms': '300' },
            { stream: true },
          ),
        );
        await sleep(PAUSE_MS);
        await tenantA.revokeKey('chat', 'tenant-a', String(model.apiKeyId));
        const revokedAt = Date.now();
        while ((await chat(model, withKey(model.apiKey))).status !== 401) {
          expect(Date.now() - revokedAt).toBeLessThan(PAUSE_MS);
        }
        for (const { status, text } of await Promise.all(streams)) {
          expect([status, text.includes('[DONE]')]).toEqual([200, true]);
        }
      },
      TEST_MS,
    );
  },
);
