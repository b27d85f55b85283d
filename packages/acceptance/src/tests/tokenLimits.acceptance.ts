import { setTimeout as sleep } from 'node:timers/promises';
import { tenantA } from '../client/callers';
import { awayFromEndOf, HOUR_MS } from '../client/clockWindow';
import { eventually } from '../client/eventually';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { withKey } from '../client/publishIris';
import { ifAiGateway } from '../client/target';
import { tokensUsed } from '../client/tokensUsed';

/** What one answer to `QUESTION` costs: 3 tokens of the question and 5 of the answer. */
const TOKENS_PER_ANSWER = 8;
const LIMIT = 50;
/** The answer that reaches the limit is still given. */
const ANSWERS = Math.ceil(LIMIT / TOKENS_PER_ANSWER);
/** All of them together take less. */
const TEST_MS = 120_000;

const ask = async (model: PublishedChat, body = {}) =>
  (await chat(model, withKey(model.apiKey), body)).status;

/** The gateway and its limiter need a moment for a new limit. */
async function limitTo(tokensPerHour: number): Promise<void> {
  await tenantA.update('chat', 'tenant-a', { rateLimiting: { tokensPerHour } });
  await sleep(1_000);
}

let used: number | undefined;

/** Publishes model chat with `LIMIT` tokens left in this hour. */
async function publishLimited(): Promise<PublishedChat> {
  const model = await publishChat();
  used ??= await tokensUsed(
    async tokensPerHour => {
      await limitTo(tokensPerHour);
      return (await ask(model)) === 429;
    },
    { perAnswer: TOKENS_PER_ANSWER },
  );
  await limitTo(used + LIMIT);
  return model;
}

/** Keeps the books for the next test. */
function charge(answers: number): void {
  used = used === undefined ? used : used + answers * TOKENS_PER_ANSWER;
}

jest.setTimeout(TEST_MS);

ifAiGateway(
  'with Envoy AI Gateway: tokensPerHour of an OpenAI-compatible model',
  () => {
    beforeAll(() => awayFromEndOf(HOUR_MS, { forMs: TEST_MS }), HOUR_MS);

    it('refuses requests once the tokens are used up, and not before', async () => {
      const model = await publishLimited();
      const statuses: number[] = [];
      for (let count = 0; count < ANSWERS + 3; count++) {
        statuses.push(await ask(model));
      }
      charge(statuses.filter(status => status === 200).length);
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
      charge(statuses.filter(status => status === 200).length);
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
      charge(admitted);
      expect(admitted).toBeGreaterThanOrEqual(ANSWERS);
      expect(admitted).toBeLessThanOrEqual(ANSWERS + concurrency);
    });

    it('goes when it is taken out', async () => {
      const model = await publishLimited();
      for (let count = 0; count < ANSWERS; count++) {
        await ask(model);
      }
      charge(ANSWERS);
      expect(await ask(model)).toBe(429);
      await tenantA.update('chat', 'tenant-a', {
        rateLimiting: { tokensPerHour: null },
      });
      await eventually(async () => expect(await ask(model)).toBe(200));
    });
  },
);
