import path from 'node:path';
import { z } from 'zod';
import { hasGlobalRateLimit } from './limiterOfTarget';
import { ServiceProcess } from './ServiceProcess';

/** What the sandbox prints when it is ready. */
const readySchema = z.object({
  ready: z.literal(true),
  apiUrl: z.url(),
  gatewayUrl: z.url(),
});

export interface Sandbox {
  process: ServiceProcess;
  apiUrl: URL;
  gatewayUrl: URL;
}

const START_TIMEOUT_MS = 60_000;

/** Starts a sandbox of its own: empty, on ports that nobody else uses. */
export async function startSandbox(logFolder: string): Promise<Sandbox> {
  let printed = (_line: string) => {};
  const readyLine = new Promise<string>(resolve => {
    printed = line => line.startsWith('{"ready":true') && resolve(line);
  });
  const sandbox = new ServiceProcess({
    name: 'sandbox',
    script: 'src/main.ts',
    folder: 'packages/sandbox',
    args: [
      ...['--api-port', '0', '--gateway-port', '0'],
      ...(hasGlobalRateLimit ? [] : ['--no-global-rate-limit']),
    ],
    env: {},
    logFile: path.join(logFolder, 'sandbox.log'),
    onLine: line => printed(line),
  });
  const line = await Promise.race([
    readyLine,
    sandbox.ended,
    new Promise<void>(resolve => {
      setTimeout(resolve, START_TIMEOUT_MS).unref();
    }),
  ]);
  if (line === undefined) {
    const what = sandbox.hasEnded
      ? 'ended before it was ready'
      : `was not ready after ${START_TIMEOUT_MS / 1000} s`;
    await sandbox.stop('SIGKILL');
    throw sandbox.failure(what);
  }
  const { apiUrl, gatewayUrl } = readySchema.parse(JSON.parse(line));
  return {
    process: sandbox,
    apiUrl: new URL(apiUrl),
    gatewayUrl: new URL(gatewayUrl),
  };
}
