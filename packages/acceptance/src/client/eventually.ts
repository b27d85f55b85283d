import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

/** Tries an assertion again and again until it holds. Throws its last failure when time is up. */
export async function eventually<Result>(
  assertion: () => Promise<Result>,
  { withinMs = 10_000 }: { withinMs?: number } = {},
): Promise<Result> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() >= deadline) {
        throw error;
      }
    }
    await sleep(POLL_MS);
  }
}
