import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until an address answers with a success status.
 *
 * @param {string} url
 * @param {AbortSignal} signal - ends the wait, for instance because the process behind the address ended
 * @param {Record<string, string>} [headers]
 */
export async function waitForUrl(url, signal, headers = {}) {
  for (;;) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal, headers });
      await response.body?.cancel();
      if (response.ok) {
        return;
      }
    } catch {
      // Nobody listens yet.
    }
    await sleep(300);
  }
}
