import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './freePort';
import { ServiceProcess } from './ServiceProcess';

export interface Sandbox {
  process: ServiceProcess;
  apiPort: number;
  gatewayPort: number;
}

const START_TIMEOUT_MS = 60_000;

/** Starts a sandbox of its own: empty, on ports nobody else uses. */
export async function startSandbox(logFolder: string): Promise<Sandbox> {
  const [apiPort, gatewayPort] = [await freePort(), await freePort()];
  const state = mkdtempSync(path.join(tmpdir(), 'acceptance-sandbox-'));
  let isReady = () => {};
  const ready = new Promise<'ready'>(resolve => {
    isReady = () => resolve('ready');
  });
  const sandbox = new ServiceProcess({
    name: 'sandbox',
    script: 'src/main.ts',
    folder: 'packages/sandbox',
    args: [
      ['--api-port', String(apiPort)],
      ['--gateway-port', String(gatewayPort)],
      ['--state-directory', state],
    ].flat(),
    env: {},
    logFile: path.join(logFolder, 'sandbox.log'),
    onLine: line => line.startsWith('{"ready":true') && isReady(),
  });
  const outcome = await Promise.race([
    ready,
    sandbox.ended.then(() => 'ended' as const),
    new Promise<'late'>(resolve => {
      setTimeout(() => resolve('late'), START_TIMEOUT_MS).unref();
    }),
  ]);
  if (outcome === 'ready') {
    return { process: sandbox, apiPort, gatewayPort };
  }
  await sandbox.stop('SIGKILL');
  throw sandbox.failure(
    outcome === 'ended'
      ? 'ended before it was ready'
      : `was not ready after ${START_TIMEOUT_MS / 1000} s`,
  );
}
