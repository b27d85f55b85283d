import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { setTimeout } from 'node:timers/promises';
import { DatabaseIdempotencyStore } from './DatabaseIdempotencyStore';
import { RunOnceOptions } from './runOnce';

const MIGRATIONS = resolvePackagePath(
  '@inference-portal/plugin-model-publishing-backend',
  'migrations',
);

/** Prepares the database for idempotent requests, and sees to it that they are forgotten in time. */
export async function startIdempotency({
  database,
  scheduler,
  logger,
  clock,
}: {
  database: DatabaseService;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: () => Date;
}): Promise<RunOnceOptions> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: MIGRATIONS });
  }
  const store = new DatabaseIdempotencyStore(client, { clock, logger });
  await scheduler.scheduleTask({
    id: 'forget-idempotent-requests',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: () => store.forgetOld(),
  });
  return {
    store,
    logger,
    clock,
    sleep: (ms, signal) => setTimeout(ms, undefined, { signal, ref: false }),
  };
}
