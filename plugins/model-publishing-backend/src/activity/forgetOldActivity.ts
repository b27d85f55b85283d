import { Knex } from 'knex';
import { ACTIVITY, PHASES } from './activityTables';

/** How long activity is kept, in milliseconds. */
export const ACTIVITY_MEMORY_MS = 90 * 24 * 60 * 60 * 1_000;
/** How many entries of each action are kept of one publication: who often does one thing must not push out the others. */
export const KEPT_OF_EACH_ACTION = 1_000;

/**
 * Forgets what is too old, or too much.
 *
 * @param published - uids of all publications; it may throw as long as they are not known
 */
export async function forgetOldActivity(
  database: Knex,
  { now, published }: { now: Date; published: () => string[] },
): Promise<void> {
  await database(ACTIVITY)
    .where('at', '<', now.getTime() - ACTIVITY_MEMORY_MS)
    .delete();
  const ranked = database(ACTIVITY)
    .select('id')
    .rowNumber('place', rank =>
      rank
        .partitionBy('uid')
        .partitionBy('action')
        .orderBy('at', 'desc')
        .orderBy('id', 'desc'),
    )
    .as('ranked');
  await database(ACTIVITY)
    .whereIn(
      'id',
      database
        .select('id')
        .from(ranked)
        .where('place', '>', KEPT_OF_EACH_ACTION),
    )
    .delete();
  const told: string[] = await database(PHASES).pluck('uid');
  const kept = new Set(published());
  for (const uid of told.filter(candidate => !kept.has(candidate))) {
    await database(PHASES).where({ uid }).delete();
  }
}
