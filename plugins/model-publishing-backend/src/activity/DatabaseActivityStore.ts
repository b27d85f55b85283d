import { InputError } from '@backstage/errors';
import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, Ordering } from '../listings/cursor';
import { Page } from '../listings/sortedPage';
import {
  ActivityPageRequest,
  ActivityStore,
  TimedActivity,
} from './ActivityStore';
import { ACTIVITY, activityRowSchema } from './activityTables';

const NEWEST_FIRST: Ordering = { sort: 'at', order: 'desc' };

/** Time and id of a row. */
const positionSchema = z.tuple([z.int(), z.int()]);

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
    const { uid, action, limit, cursor } = request;
    const shown = cursor === undefined ? undefined : positionOf(cursor);
    const all = () =>
      this.#database(ACTIVITY).where({ uid, ...(action && { action }) });
    const [count] = await all().count({ count: '*' });
    const found = await all()
      .modify(rows => {
        if (shown) {
          const [at, id] = shown;
          rows.andWhere(after =>
            after
              .where('at', '<', at)
              .orWhere(same => same.where({ at }).andWhere('id', '<', id)),
          );
        }
      })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    const rows = z.array(activityRowSchema).parse(found);
    const items = rows.slice(0, limit);
    const last = items[items.length - 1];
    return {
      items: items.map(({ id, at, ...row }) => ({
        ...row,
        id: String(id),
        at: new Date(at).toISOString(),
      })),
      totalItems: Number(count?.count),
      ...(last &&
        rows.length > limit && {
          nextCursor: encodeCursor(
            NEWEST_FIRST,
            JSON.stringify([last.at, last.id]),
          ),
        }),
    };
  }
}

function positionOf(cursor: string): z.infer<typeof positionSchema> {
  const key = decodeCursor(cursor, NEWEST_FIRST);
  try {
    return positionSchema.parse(JSON.parse(key));
  } catch {
    throw new InputError('cursor is of another list; begin again without it');
  }
}
