import { tenantA } from '../client/callers';
import { awayFromEndOf, HOUR_MS } from '../client/clockWindow';
import { eventually } from '../client/eventually';
import { leaveAnswers } from '../client/leaveAnswers';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { withKey } from '../client/publishIris';
import { ifAiGateway } from '../client/target';

/** What one answer to `QUESTION` costs: 3 tokens of the question and 5 of the answer. */
const TOKENS_PER_ANSWER = 8;
/** About as many as a limit of 50 tokens allows. */
const ANSWERS = 7;
/** All of them together take less. */
const TEST_MS = 120_000;

const ask = async (model: PublishedChat, body = {}) =>
  (await chat(model, withKey(model.apiKey), body)).status;

/** Publishes model chat with about `ANSWERS` answers left in this hour. */
async function publishLimited() {
  const model = await publishChat();
  const left = await leaveAnswers(ANSWERS, {
    limitTo: tokensPerHour =>
      tenantA.update('chat', 'tenant-a', { rateLimiting: { tokensPerHour } }),
    ask: () => chat(model, withKey(model.apiKey)),
    perAnswer: TOKENS_PER_ANSWER,
  });
  return { model, left };
}

jest.setTimeout(TEST_MS);

ifAiGateway(
  'with Envoy AI Gateway: tokensPerHour of an OpenAI-compatible model',
  () => {
    beforeAll(() => awayFromEndOf(HOUR_MS, { forMs: TEST_MS }), HOUR_MS);

    it('refuses requests once the tokens are used up, and not before', async () => {
      const { model, left } = await publishLimited();
      const statuses: number[] = [];
      for (let count = 0; count < left + 3; count++) {
        statuses.push(await ask(model));
      }
      expect(statuses).toEqual([
        ...Array.from({ length: left }, () => 200),
        429,
        429,
        429,
      ]);
    });

    it('counts streams', async () => {
      const { model, left } = await publishLimited();
      const statuses: number[] = [];
      for (let count = 0; count < left + 1; count++) {
        statuses.push(await ask(model, { stream: true }));
      }
      expect(statuses.slice(0, left)).toEqual(
        Array.from({ length: left }, () => 200),
      );
      expect(statuses.at(-1)).toBe(429);
    });

    it('lets no more than the requests in flight go beyond it', async () => {
      const { model, left } = await publishLimited();
      const concurrency = 8;
      let admitted = 0;
      const worker = async () => {
        while ((await ask(model)) === 200) {
          admitted += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
      expect(admitted).toBeGreaterThanOrEqual(left);
      expect(admitted).toBeLessThanOrEqual(left + concurrency);
    });

    it('goes when it is taken out', async () => {
      const { model, left } = await publishLimited();
      for (let count = 0; count < left; count++) {
        await ask(model);
      }
      expect(await ask(model)).toBe(429);
      await tenantA.update('chat', 'tenant-a', {
        rateLimiting: { tokensPerHour: null },
      });
      await eventually(async () => expect(await ask(model)).toBe(200));
    });
  },
);
