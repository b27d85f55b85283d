import { setTimeout as sleep } from 'node:timers/promises';
import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { eventually } from './eventually';

/** A scrape, a collection, and patience with slow machines. */
const COUNTED_WITHIN_MS = 60_000;
/** The AI Gateway counts tokens a moment after the last byte of an answer. */
const COUNTED_BY_GATEWAY_MS = 500;

/**
 * What is said of usage as soon as a scrape has been counted that came after everything that was sent so far. What it says
 * then must be exact; nothing here waits for a number to be right.
 */
export async function onceCounted<Answer>(
  read: () => Promise<Answer>,
  usageOf: (answer: Answer) => UsageSummary,
): Promise<Answer> {
  await sleep(COUNTED_BY_GATEWAY_MS);
  const sentBefore = Date.now();
  return eventually(
    async () => {
      const answer = await read();
      const { state, asOf } = usageOf(answer);
      expect(state).toBe('current');
      expect(Date.parse(asOf ?? '')).toBeGreaterThan(sentBefore);
      return answer;
    },
    { withinMs: COUNTED_WITHIN_MS },
  );
}
