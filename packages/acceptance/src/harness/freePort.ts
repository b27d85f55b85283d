import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { listenOnLoopback } from './listenOnLoopback';

/** Below the ranges that Linux (32768) and macOS (49152) hand out to outgoing connections. */
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;
const ATTEMPTS = 50;

/**
 * A port on the loopback interface that nobody listened on a moment ago, for a server that is stopped and started
 * again on it. It is none that an outgoing connection could take meanwhile.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const server = createServer();
    try {
      return await listenOnLoopback(
        server,
        randomInt(FIRST_PORT, LAST_PORT + 1),
      );
    } catch (error) {
      if (attempt >= ATTEMPTS) {
        throw error;
      }
    } finally {
      await new Promise(resolve => server.close(resolve));
    }
  }
}
