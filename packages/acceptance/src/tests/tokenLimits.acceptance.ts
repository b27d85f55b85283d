import { setTimeout as sleep } from 'node:timers/promises';
import { tenantA } from '../client/callers';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { withKey } from '../client/publishIris';
import { describeWithAiGateway } from '../client/target';

/** What one answer to `QUESTION` costs: 3 tokens of the question and 5 of the answer. */
const TOKENS_PER_ANSWER = 8;
const LIMIT = 50;
/** The answer that reaches the limit is still given. */
const ANSWERS = Math.ceil(LIMIT / TOKENS_PER_ANSWER);
const HOUR_MS = 60 * 60 * 1000;
/** No test takes longer. */
const TEST_MS = 45_000;

/** Windows begin with the clock hour; one that ends during a test would give the tokens back. */
async function awayFromTheHour(): Promise<void> {
  const left = HOUR_MS - (Date.now() % HOUR_MS);
  if (left < TEST_MS) {
    await sleep(left + 1_000);
  }
}

const publishLimited = () =>
  publishChat({
    rateLimiting: { tokensPerHour: LIMIT },
    // A name of its own, because the limiter remembers what was used up under a name.
    externalPath: `/v1/models/limited-${Date.now().toString(36)}`,
  });

const ask = async (model: PublishedChat, body = {}) =>
  (await chat(model, withKey(model.apiKey), body)).status;

describeWithAiGateway('tokensPerHour of an OpenAI-compatible model', () => {
  beforeEach(awayFromTheHour, HOUR_MS);

  it('refuses requests once the tokens are used up, and not before', async () => {
    const model = await publishLimited();
    const statuses: number[] = [];
    for (let count = 0; count < ANSWERS + 3; count++) {
      statuses.push(await ask(model));
    }
    expect(statuses).toEqual([
      ...Array.from({ length: ANSWERS }, () => 200),
      429,
      429,
      429,
    ]);
  });

  it('counts streams', async () => {
    const model = await publishLimited();
    const statuses: number[] = [];
    for (let count = 0; count < ANSWERS + 1; count++) {
      statuses.push(await ask(model, { stream: true }));
    }
    expect(statuses.slice(0, ANSWERS)).toEqual(
      Array.from({ length: ANSWERS }, () => 200),
    );
    expect(statuses.at(-1)).toBe(429);
  });

  it('lets no more than the requests in flight go beyond it', async () => {
    const model = await publishLimited();
    const concurrency = 8;
    let admitted = 0;
    const worker = async () => {
      while ((await ask(model)) === 200) {
        admitted += 1;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    expect(admitted).toBeGreaterThanOrEqual(ANSWERS);
    expect(admitted).toBeLessThanOrEqual(ANSWERS + concurrency);
  });

  it('goes when it is taken out', async () => {
    const model = await publishLimited();
    for (let count = 0; count < ANSWERS; count++) {
      await ask(model);
    }
    expect(await ask(model)).toBe(429);
    await tenantA.update('chat', 'tenant-a', {
      rateLimiting: { tokensPerHour: null },
    });
    expect(await ask(model)).toBe(200);
  });
});
