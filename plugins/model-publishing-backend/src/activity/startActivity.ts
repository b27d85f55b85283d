import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { forgetHourly } from '../database/forgetHourly';
import { pause } from '../pause';
import { ActivityJournal } from './ActivityJournal';
import { ActivityReader } from './ActivityStore';
import { DatabaseActivityStore } from './DatabaseActivityStore';
import { forgetOldActivity } from './forgetOldActivity';
import { PhaseJournal, PhaseListener } from './PhaseJournal';
import { DatabasePhaseStore } from './PhaseStore';
import { QueuedActivityJournal } from './QueuedActivityJournal';

export interface StartActivityOptions {
  database: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  clock: () => Date;
  /**
   * Uids of all publications.
   *
   * @throws ServiceUnavailableError as long as they are not known
   */
  published: () => string[];
  /** Told after each write. */
  onWritten: () => void;
}

/** What happens to publications, being kept. */
export interface KeptActivity {
  journal: ActivityJournal;
  phases: PhaseListener;
  /** Finds everything that this replica has noted before. */
  reader: ActivityReader;
  /** Writes what is left. */
  stop(): Promise<void>;
}

/** Begins to keep what happens to publications, and to forget it in time. */
export async function startActivity(
  options: StartActivityOptions,
): Promise<KeptActivity> {
  const { database, scheduler, clock, published } = options;
  const store = new DatabaseActivityStore(database);
  const journal = new QueuedActivityJournal({
    ...options,
    store,
    sleep: pause,
  });
  const phases = new PhaseJournal({
    ...options,
    store: new DatabasePhaseStore(database),
    journal,
    sleep: pause,
  });
  await forgetHourly(scheduler, 'forget-old-activity', () =>
    forgetOldActivity(database, { now: clock(), published }),
  );
  return {
    journal,
    phases,
    reader: {
      page: async request => {
        await journal.settled();
        return store.page(request);
      },
    },
    stop: async () => {
      phases.stop();
      await journal.stop();
    },
  };
}
