import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor, Ordering } from './cursor';
import { Page, PageRequest } from './sortedPage';

export interface NewestFirstOptions<Id extends string | number> {
  /** What cursors call the order. */
  sort: string;
  /** Column with the time, in milliseconds since 1970; the column `id` decides between equal times. */
  column: string;
  id: z.ZodType<Id>;
}

/** Pages of a table that grows while it is looked at: the newest rows first, none twice and none left out. */
export class NewestFirst<Id extends string | number> {
  readonly #column: string;
  readonly #ordering: Ordering;
  readonly #placeSchema: z.ZodType<[number, Id]>;

  constructor({ sort, column, id }: NewestFirstOptions<Id>) {
    this.#column = column;
    this.#ordering = { sort, order: 'desc' };
    this.#placeSchema = z.tuple([z.int(), id]);
  }

  /**
   * The rows of a page, and one more, which tells whether there is a next page.
   *
   * @throws InputError when the cursor is none of this list
   */
  select(
    rows: Knex.QueryBuilder,
    { limit, cursor }: PageRequest,
  ): Knex.QueryBuilder {
    const column = this.#column;
    const ordered = rows
      .orderBy([
        { column, order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (cursor === undefined) {
      return ordered;
    }
    const [time, id] = this.#placeOf(cursor);
    return ordered.andWhere(after =>
      after
        .where(column, '<', time)
        .orWhere(same => same.where(column, time).andWhere('id', '<', id)),
    );
  }

  /**
   * The page that the rows of `select` are.
   *
   * @param timeOf - in milliseconds since 1970
   */
  pageOf<Row extends { id: Id }>(
    rows: Row[],
    limit: number,
    timeOf: (row: Row) => number,
  ): Pick<Page<Row>, 'items' | 'nextCursor'> {
    const items = rows.slice(0, limit);
    const last = items[items.length - 1];
    return {
      items,
      ...(last &&
        rows.length > limit && {
          nextCursor: encodeCursor(
            this.#ordering,
            JSON.stringify([timeOf(last), last.id]),
          ),
        }),
    };
  }

  #placeOf(cursor: string): [number, Id] {
    const key = decodeCursor(cursor, this.#ordering);
    try {
      return this.#placeSchema.parse(JSON.parse(key));
    } catch {
      throw new InputError('cursor is of another list; begin again without it');
    }
  }
}
