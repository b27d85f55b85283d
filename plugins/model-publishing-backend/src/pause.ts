import { setTimeout } from 'node:timers/promises';

/** Resolves after some milliseconds, at once when the signal aborts. Does not keep the process alive. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal, ref: false }).catch(() => {});
}
