import { Knex } from 'knex';
import { addAmounts } from './addAmounts';
import { CountedReading } from './countReading';
import { Marks } from './Marks';
import { Collection, UsageLedger } from './UsageLedger';
import { writeMarks } from './writeMarks';
import {
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
