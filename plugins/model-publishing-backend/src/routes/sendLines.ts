import { Response } from 'express';
import { once } from 'node:events';

/**
 * Sends JSON values as they come, each on a line of its own, until there are no more or the caller has gone.
 *
 * @param signal - aborted when the caller has gone
 */
export async function sendLines(
  lines: AsyncIterable<unknown>,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  response
    // Compression and proxies would gather lines before they pass them on.
    .set({
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    })
    .type('application/x-ndjson')
    .flushHeaders();
  for await (const line of lines) {
    if (signal.aborted) {
      return;
    }
    if (!response.write(`${JSON.stringify(line)}\n`)) {
      await drained(response, signal);
    }
  }
  response.end();
}

/** Returns too when the caller has gone. */
async function drained(response: Response, signal: AbortSignal) {
  try {
    await once(response, 'drain', { signal });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
