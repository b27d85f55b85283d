import { ServiceProcess, ServiceProcessOptions } from './ServiceProcess';

const START_TIMEOUT_MS = 60_000;

/**
 * Starts a program of the sandbox package and waits for the line by which it says that it is ready.
 *
 * @returns the process, and what it has said
 * @throws Error with the end of its log when it ends first, or says nothing for a minute
 */
export async function startUntilReady(
  options: Omit<ServiceProcessOptions, 'folder' | 'onLine' | 'env'>,
): Promise<{ started: ServiceProcess; said: unknown }> {
  let printed = (_line: string) => {};
  const readyLine = new Promise<string>(resolve => {
    printed = line => line.startsWith('{"ready":true') && resolve(line);
  });
  const started = new ServiceProcess({
    ...options,
    folder: 'packages/sandbox',
    env: {},
    onLine: line => printed(line),
  });
  const line = await Promise.race([
    readyLine,
    started.ended,
    new Promise<void>(resolve => {
      setTimeout(resolve, START_TIMEOUT_MS).unref();
    }),
  ]);
  if (line === undefined) {
    const what = started.hasEnded
      ? 'ended before it was ready'
      : `was not ready after ${START_TIMEOUT_MS / 1000} s`;
    await started.stop('SIGKILL');
    throw started.failure(what);
  }
  return { started, said: JSON.parse(line) };
}
