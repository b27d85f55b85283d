import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 200;
const RESTART_MS = 60_000;

/**
 * Makes Envoy quit through its admin interface (`ENVOY_ADMIN_URL`), and waits until whoever keeps it running has
 * started another one that serves; undefined where nobody may do that.
 */
export function restartEnvoy(
  gatewayUrl: string,
): (() => Promise<void>) | undefined {
  const { ENVOY_ADMIN_URL: adminUrl } = process.env;
  return adminUrl
    ? async () => {
        await fetch(new URL('/quitquitquit', adminUrl), { method: 'POST' });
        const deadline = Date.now() + RESTART_MS;
        await until(async () => !(await answers(gatewayUrl)), deadline);
        await until(() => answers(gatewayUrl), deadline);
      }
    : undefined;
}

async function until(
  condition: () => Promise<boolean>,
  deadline: number,
): Promise<void> {
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error('Envoy has not been started again');
    }
    await sleep(POLL_MS);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}
