import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { NewestFirst } from '../listings/NewestFirst';
import { Page } from '../listings/sortedPage';
import {
  ActivityPageRequest,
  ActivityStore,
  TimedActivity,
} from './ActivityStore';
import { ACTIVITY, activityRowSchema } from './activityTables';

const NEWEST_FIRST = new NewestFirst({ sort: 'at', column: 'at', id: z.int() });

/** Keeps it in the plugin's database. */
export class DatabaseActivityStore implements ActivityStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async append(activities: TimedActivity[]): Promise<void> {
    await this.#database(ACTIVITY).insert(
      activities.map(({ uid, at, action, actor, outcome, details }) => ({
        uid,
        at: at.getTime(),
        action,
        actor_kind: actor.kind,
        actor: actor.name,
        outcome,
        details: JSON.stringify(details),
      })),
    );
  }

  async page(request: ActivityPageRequest): Promise<Page<Activity>> {
    const { uid, action, limit } = request;
    const all = () =>
      this.#database(ACTIVITY).where({ uid, ...(action && { action }) });
    const found = NEWEST_FIRST.select(all(), request);
    const [count] = await all().count({ count: '*' });
    const rows = z.array(activityRowSchema).parse(await found);
    const { items, nextCursor } = NEWEST_FIRST.pageOf(
      rows,
      limit,
      row => row.at,
    );
    return {
      items: items.map(({ id, at, ...row }) => ({
        ...row,
        id: String(id),
        at: new Date(at).toISOString(),
      })),
      totalItems: Number(count?.count),
      ...(nextCursor && { nextCursor }),
    };
  }
}
