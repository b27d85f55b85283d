import knex, { Knex } from 'knex';
import { MIGRATIONS } from '../database/openDatabase';

/** A new SQLite database without tables. It opens nothing before it is asked something. */
export function inMemoryDatabase(): Knex {
  return knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    // Each connection would have a database of its own.
    pool: { min: 1, max: 1 },
  });
}

/** Makes our tables. */
export async function makeTables(database: Knex): Promise<void> {
  await database.migrate.latest({ directory: MIGRATIONS });
}
