import { setTimeout as sleep } from 'node:timers/promises';
import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { eventually } from './eventually';

/** A scrape, a collection, and patience with slow machines. */
const COUNTED_WITHIN_MS = 60_000;
/** The AI Gateway counts tokens a moment after the last byte of an answer. */
const COUNTED_BY_GATEWAY_MS = 500;
/**
 * Envoy sends its access log once a second, and the collector's last scrape may be older than Envoy's by the time between
 * two scrapes.
 */
export const COUNTED_FROM_LOG_MS = 5_000;

/**
 * What is said of usage as soon as a scrape has been counted that came after everything that was sent so far. What it says
 * then must be exact; nothing here waits for a number to be right.
 *
 * @param countedWithinMs - time until a scrape finds what was sent
 */
export async function onceCounted<Answer>(
  read: () => Promise<Answer>,
  usageOf: (answer: Answer) => UsageSummary,
  countedWithinMs = COUNTED_BY_GATEWAY_MS,
): Promise<Answer> {
  await sleep(countedWithinMs);
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
