import { Knex } from 'knex';
import { UsageSettings } from '../../config/usageSchema';
import { lengthOf } from '../spans';
import { AMOUNTS } from '../usageTables';

/**
 * Forgets what is too old. Totals of publications that are still there are never forgotten.
 *
 * @param published - uids of all publications; it may throw as long as they are not known
 */
export async function forgetOldUsage(
  database: Knex,
  retentionMs: UsageSettings['retentionMs'],
  { now, published }: { now: Date; published: () => string[] },
): Promise<void> {
  for (const span of ['minute', 'hour', 'day'] as const) {
    // The span that is as old as that is kept whole.
    const end = now.getTime() - retentionMs[span] - lengthOf(span);
    await database(AMOUNTS)
      .where({ span })
      .andWhere('start', '<', end)
      .delete();
  }
  const old = now.getTime() - retentionMs.day;
  const rested: string[] = await database(AMOUNTS)
    .where({ span: 'total' })
    .groupBy('uid')
    .having(database.raw('max(last_at) < ?', [old]))
    .pluck('uid');
  const kept = new Set(published());
  for (const uid of rested.filter(candidate => !kept.has(candidate))) {
    await database(AMOUNTS).where({ uid, span: 'total' }).delete();
  }
}
