import { Knex } from 'knex';
import { AMOUNTS } from '../usageTables';
import { CountedReading } from './countReading';
import { pagesOf } from './pagesOf';
import { rollUp } from './rollUp';

/** Adds to what was counted before; amounts of one span and subject are one row. */
export async function addAmounts(
  transaction: Knex.Transaction,
  { amounts }: Pick<CountedReading, 'amounts'>,
): Promise<void> {
  for (const rows of pagesOf(rollUp(amounts))) {
    await transaction(AMOUNTS)
      .insert(rows)
      .onConflict([
        'uid',
        'span',
        'start',
        'measure',
        'detail',
        'tenant',
        'key_id',
      ])
      .merge({
        amount: transaction.raw('?? + ??', [
          `${AMOUNTS}.amount`,
          'excluded.amount',
        ]),
        // Of several targets, one may be read later than another.
        last_at: transaction.raw(
          'case when ?? > ?? then ?? else ?? end',
          ['excluded', AMOUNTS, 'excluded', AMOUNTS].map(
            table => `${table}.last_at`,
          ),
        ),
      });
  }
}
