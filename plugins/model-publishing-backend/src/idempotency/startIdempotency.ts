import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { DatabaseIdempotencyStore } from './DatabaseIdempotencyStore';
import { RunOnceOptions } from './runOnce';

/** Keeps idempotent requests, and sees to it that they are forgotten in time. */
export async function startIdempotency({
  database,
  scheduler,
  logger,
  clock,
}: {
  database: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: () => Date;
}): Promise<RunOnceOptions> {
  const store = new DatabaseIdempotencyStore(database, { clock, logger });
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
