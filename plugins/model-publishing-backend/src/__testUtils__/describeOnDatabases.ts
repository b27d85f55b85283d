import { Knex } from 'knex';
import { inMemoryDatabase, makeTables } from './inMemoryDatabase';
import { PostgresServer } from './PostgresServer';

/**
 * The same tests on SQLite and on PostgreSQL, each with a new database that has our tables.
 *
 * @param database - the one of the test that is running
 */
export function describeOnDatabases(
  what: string,
  tests: (database: () => Knex) => void,
): void {
  describe.each(['SQLite', 'PostgreSQL'])(`${what} in %s`, kind => {
    let server: PostgresServer | undefined;
    let database: Knex | undefined;

    beforeAll(async () => {
      server = kind === 'PostgreSQL' ? await PostgresServer.start() : undefined;
    }, 60_000);
    afterAll(async () => server?.stop());

    beforeEach(async () => {
      database = await (server?.newDatabase() ?? inMemoryDatabase());
      await makeTables(database);
    }, 20_000);
    afterEach(async () => database?.destroy());

    tests(() => {
      if (!database) {
        throw new Error('There is a database in tests only');
      }
      return database;
    });
  });
}
