import { SchedulerService } from '@backstage/backend-plugin-api';

/** Has something that is too old forgotten every hour, by one replica, and not while everybody starts. */
export function forgetHourly(
  scheduler: SchedulerService,
  id: string,
  forget: () => Promise<void>,
): Promise<void> {
  return scheduler.scheduleTask({
    id,
    frequency: { hours: 1 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: forget,
  });
}
