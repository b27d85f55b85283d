import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AccessRequestStore } from './AccessRequestStore';
import { DatabaseAccessRequestStore } from './DatabaseAccessRequestStore';
import { forgetAccessRequests } from './forgetAccessRequests';

/** What has to be known of a gateway. */
interface PublishingGateway {
  states: { list(): Array<{ uid: string }> };
  /** @throws ServiceUnavailableError as long as the cluster has not been read once */
  requireSynced(): void;
}

/** Keeps requests for access, and sees to it that those for publications that are gone are forgotten. */
export async function startAccessRequests(options: {
  database: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: () => Date;
  newId: () => string;
  gateways: PublishingGateway[];
}): Promise<AccessRequestStore> {
  const { database, scheduler, clock, gateways } = options;
  await scheduler.scheduleTask({
    id: 'forget-access-requests',
    frequency: { hours: 1 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: () =>
      forgetAccessRequests(database, {
        now: clock(),
        published: () => {
          gateways.forEach(gateway => gateway.requireSynced());
          return gateways.flatMap(({ states }) =>
            states.list().map(({ uid }) => uid),
          );
        },
      }),
  });
  return new DatabaseAccessRequestStore(database, options);
}
