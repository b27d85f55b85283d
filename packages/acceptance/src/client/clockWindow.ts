import { setTimeout as sleep } from 'node:timers/promises';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

/** Windows are aligned to the clock, and counters outlive a publication: only a fresh window counts from zero. */
export async function beginningOf(windowMs: number): Promise<void> {
  await sleep(windowMs - (Date.now() % windowMs) + 20);
}

/** Waits for the next window when this one is over in less than a time. */
export async function awayFromEndOf(
  windowMs: number,
  { forMs }: { forMs: number },
): Promise<void> {
  if (windowMs - (Date.now() % windowMs) < forMs) {
    await beginningOf(windowMs);
  }
}
