import { Knex } from 'knex';
import { CountedReading } from './countReading';
import { Marks } from './Marks';
import { rollUp } from './rollUp';
import { Collection, UsageLedger } from './UsageLedger';
import {
  AMOUNTS,
  COLLECTIONS,
  CollectionRow,
  collectionRowSchema,
  SERIES,
  seriesRowSchema,
  TARGETS,
  targetRowSchema,
} from '../usageTables';

/** How long a replica may be silent before another one collects, in milliseconds. */
export const LEASE_MS = 10_000;

/** SQLite takes 32,766 values in a statement. */
const ROWS_PER_STATEMENT = 500;

export interface DatabaseUsageLedgerOptions {
  /** This replica. */
  holder: string;
  clock: () => Date;
}

/**
 * Keeps the ledger in the plugin's database. The lease decides who works; that nothing is counted twice is decided by the
 * version, which one commit only can move on.
 */
export class DatabaseUsageLedger implements UsageLedger {
  readonly #database: Knex;
  readonly #options: DatabaseUsageLedgerOptions;
  /** When leases of others end, so that they need not be asked before. */
  readonly #leasedUntil = new Map<string, number>();

  constructor(database: Knex, options: DatabaseUsageLedgerOptions) {
    this.#database = database;
    this.#options = options;
  }

  async begin(cluster: string): Promise<Collection | undefined> {
    const now = this.#now();
    if (now < (this.#leasedUntil.get(cluster) ?? 0)) {
      return undefined;
    }
    const lease = {
      lease_holder: this.#options.holder,
      lease_until: now + LEASE_MS,
    };
    await this.#database(COLLECTIONS)
      .insert({ cluster, version: 0, ...lease })
      .onConflict('cluster')
      .ignore();
    await this.#database(COLLECTIONS)
      .where({ cluster })
      .andWhere(free =>
        free
          .where('lease_holder', this.#options.holder)
          .orWhere('lease_until', '<', now),
      )
      .update(lease);
    const row = await this.#row(cluster);
    if (row.lease_holder !== this.#options.holder) {
      this.#leasedUntil.set(cluster, row.lease_until);
      return undefined;
    }
    return collectionOf(cluster, row);
  }

  async marksOf({ cluster }: Collection): Promise<Marks> {
    const [targets, series] = await Promise.all([
      this.#database(TARGETS).where({ cluster }),
      this.#database(SERIES).where({ cluster }),
    ]);
    return {
      targets: new Map(
        targetRowSchema
          .array()
          .parse(targets)
          .map(({ target, scraped_at, started_at }) => [
            target,
            { scrapedAt: scraped_at, startedAt: started_at },
          ]),
      ),
      series: new Map(
        seriesRowSchema
          .array()
          .parse(series)
          .map(({ series: id, outlives_routes: outlivesRoutes, ...mark }) => [
            id,
            { ...mark, outlivesRoutes },
          ]),
      ),
    };
  }

  async commit(
    collection: Collection,
    {
      upTo,
      before,
      ...counted
    }: CountedReading & { upTo: number; before: Marks },
  ): Promise<Collection | undefined> {
    const { cluster, version } = collection;
    const now = this.#now();
    const isMine = await this.#database.transaction(async transaction => {
      const moved = await transaction(COLLECTIONS)
        .where({ cluster, version })
        .update({
          version: version + 1,
          since: transaction.raw('coalesce(since, ?)', [
            counted.scraped?.first ?? null,
          ]),
          as_of: transaction.raw('coalesce(?, as_of)', [
            counted.scraped?.last ?? null,
          ]),
          collected_up_to: upTo,
          collected_at: now,
          lease_until: now + LEASE_MS,
          problem: null,
        });
      if (moved === 0) {
        return false;
      }
      await writeMarks(transaction, cluster, before, counted.marks);
      await addAmounts(transaction, counted);
      return true;
    });
    return isMine
      ? {
          ...collection,
          version: version + 1,
          collectedUpTo: upTo,
          collectedAt: now,
        }
      : undefined;
  }

  async fail({ cluster }: Collection, problem: string): Promise<void> {
    await this.#database(COLLECTIONS)
      .where({ cluster, lease_holder: this.#options.holder })
      .update({ problem, lease_until: 0 });
  }

  async #row(cluster: string): Promise<CollectionRow> {
    return collectionRowSchema.parse(
      await this.#database(COLLECTIONS).where({ cluster }).first(),
    );
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}

function collectionOf(cluster: string, row: CollectionRow): Collection {
  return {
    cluster,
    version: row.version,
    collectedUpTo: row.collected_up_to,
    collectedAt: row.collected_at,
  };
}

/** Of series, only what has changed: most rest most of the time. */
async function writeMarks(
  transaction: Knex.Transaction,
  cluster: string,
  before: Marks,
  after: Marks,
): Promise<void> {
  const targets = [...after.targets]
    .filter(
      ([id, mark]) => mark.scrapedAt !== before.targets.get(id)?.scrapedAt,
    )
    .map(([target, { scrapedAt, startedAt }]) => ({
      cluster,
      target,
      scraped_at: scrapedAt,
      started_at: startedAt ?? null,
    }));
  const series = [...after.series]
    .filter(([id, mark]) => {
      const { value, missing, uid } = before.series.get(id) ?? {};
      return (
        value !== mark.value || missing !== mark.missing || uid !== mark.uid
      );
    })
    .map(([id, { outlivesRoutes, ...mark }]) => ({
      cluster,
      series: id,
      ...mark,
      outlives_routes: outlivesRoutes,
    }));
  const gone = goneFrom(before.series, after.series);
  const goneTargets = goneFrom(before.targets, after.targets);
  for (const rows of pagesOf(targets)) {
    await transaction(TARGETS)
      .insert(rows)
      .onConflict(['cluster', 'target'])
      .merge();
  }
  for (const rows of pagesOf(series)) {
    await transaction(SERIES)
      .insert(rows)
      .onConflict(['cluster', 'series'])
      .merge();
  }
  for (const ids of pagesOf(gone)) {
    await transaction(SERIES)
      .where({ cluster })
      .whereIn('series', ids)
      .delete();
  }
  for (const ids of pagesOf(goneTargets)) {
    await transaction(TARGETS)
      .where({ cluster })
      .whereIn('target', ids)
      .delete();
  }
}

function goneFrom(
  before: Map<string, unknown>,
  after: Map<string, unknown>,
): string[] {
  return [...before.keys()].filter(id => !after.has(id));
}

async function addAmounts(
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

function pagesOf<Row>(rows: Row[]): Row[][] {
  return Array.from(
    { length: Math.ceil(rows.length / ROWS_PER_STATEMENT) },
    (_, page) =>
      rows.slice(page * ROWS_PER_STATEMENT, (page + 1) * ROWS_PER_STATEMENT),
  );
}
