import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { forgetHourly } from '../database/forgetHourly';
import { AccessRequestStore } from './AccessRequestStore';
import { DatabaseAccessRequestStore } from './DatabaseAccessRequestStore';
import { forgetAccessRequests } from './forgetAccessRequests';

/** Keeps requests for access, and sees to it that those for publications that are gone are forgotten. */
export async function startAccessRequests(options: {
  database: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: () => Date;
  newId: () => string;
  /**
   * Uids of all publications.
   *
   * @throws ServiceUnavailableError as long as they are not known
   */
  published: () => string[];
}): Promise<AccessRequestStore> {
  const { database, scheduler, clock, published } = options;
  await forgetHourly(scheduler, 'forget-access-requests', () =>
    forgetAccessRequests(database, { now: clock(), published }),
  );
  return new DatabaseAccessRequestStore(database, options);
}
