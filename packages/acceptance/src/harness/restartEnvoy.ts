import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const POLL_MS = 200;
const RESTART_MS = 60_000;

const infoSchema = z.object({
  state: z.string(),
  /** Such as "12s". */
  uptime_current_epoch: z.string(),
});

/**
 * Makes Envoy quit through its admin interface (`ENVOY_ADMIN_URL`), and waits until whoever keeps it running has
 * started another one that serves; undefined where nobody may do that.
 */
export function restartEnvoy(): (() => Promise<void>) | undefined {
  const { ENVOY_ADMIN_URL: adminUrl } = process.env;
  return adminUrl
    ? async () => {
        const startedAt = await startOf(adminUrl);
        await fetch(new URL('/quitquitquit', adminUrl), { method: 'POST' });
        const deadline = Date.now() + RESTART_MS;
        // Uptimes are whole seconds.
        while (((await startOf(adminUrl)) ?? 0) <= (startedAt ?? 0) + 1_000) {
          if (Date.now() > deadline) {
            throw new Error('Envoy has not been started again');
          }
          await sleep(POLL_MS);
        }
      }
    : undefined;
}

/** When the Envoy that serves had started, in milliseconds since the epoch; undefined when none does. */
async function startOf(adminUrl: string): Promise<number | undefined> {
  try {
    const answer = await fetch(new URL('/server_info', adminUrl));
    const info = infoSchema.parse(await answer.json());
    return info.state === 'LIVE'
      ? Date.now() - parseInt(info.uptime_current_epoch, 10) * 1_000
      : undefined;
  } catch {
    return undefined;
  }
}
