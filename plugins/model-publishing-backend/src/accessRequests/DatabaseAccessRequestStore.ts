import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { decodeCursor, encodeCursor, Ordering } from '../listings/cursor';
import { Page, PageRequest } from '../listings/sortedPage';
import {
  ACCESS_REQUESTS,
  AccessRequestRow,
  storedAccessRequestSchema,
} from './accessRequestRow';
import {
  AccessRequestEnd,
  AccessRequestFilter,
  AccessRequestStore,
  NewAccessRequest,
  StoredAccessRequest,
} from './AccessRequestStore';
import { matchingRequests } from './matchingRequests';

const NEWEST_FIRST: Ordering = { sort: 'requestedAt', order: 'desc' };

export interface DatabaseAccessRequestStoreOptions {
  clock: () => Date;
  logger: LoggerService;
  /** A random UUID. */
  newId: () => string;
}

/** Keeps requests in the plugin's database. That there is one pending request of a tenant is seen to by a unique index. */
export class DatabaseAccessRequestStore implements AccessRequestStore {
  readonly #database: Knex;
  readonly #options: DatabaseAccessRequestStoreOptions;

  constructor(database: Knex, options: DatabaseAccessRequestStoreOptions) {
    this.#database = database;
    this.#options = options;
  }

  async add(wanted: NewAccessRequest) {
    const id = this.#options.newId();
    const { publicationUid, tenant } = wanted;
    await this.#ask(async () => {
      // Whoever asks and withdraws again and again fills no table.
      await this.#rows()
        .where({
          publication_uid: publicationUid,
          tenant,
          state: 'withdrawn',
        })
        .delete();
      await this.#rows()
        .insert({
          id,
          cluster: wanted.cluster,
          publication_id: wanted.publicationId,
          publication_uid: publicationUid,
          publisher_tenant: wanted.publisherTenant,
          model: wanted.model,
          tenant,
          state: 'pending',
          reason: wanted.reason ?? null,
          requested_by: wanted.requestedBy,
          requested_at: this.#options.clock().getTime(),
          decided_by: null,
          decided_at: null,
          decision_reason: null,
        })
        .onConflict()
        .ignore();
    });
    const request = (await this.find(id)) ?? (await this.findPending(wanted));
    if (!request) {
      throw new ConflictError(
        'Another request of this tenant was decided at this moment; look at it and try again',
      );
    }
    return { request, isNew: request.id === id };
  }

  async find(id: string) {
    return this.#first(this.#rows().where({ id }));
  }

  async findPending({
    publicationUid,
    tenant,
  }: Pick<NewAccessRequest, 'publicationUid' | 'tenant'>) {
    return this.#first(
      this.#rows().where({
        publication_uid: publicationUid,
        tenant,
        state: 'pending',
      }),
    );
  }

  async countPendingBy(requestedBy: string): Promise<number> {
    return this.#count(
      this.#rows().where({ requested_by: requestedBy, state: 'pending' }),
    );
  }

  async list(
    filter: AccessRequestFilter,
    { limit, cursor }: PageRequest,
  ): Promise<Page<StoredAccessRequest>> {
    const rows = matchingRequests(this.#database, filter)
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      // One more, which tells whether there is a next page.
      .limit(limit + 1);
    if (cursor !== undefined) {
      const { time, id } = placeOf(cursor);
      void rows.andWhere(later =>
        later
          .where('requested_at', '<', time)
          .orWhere(atThatTime =>
            atThatTime.where('requested_at', time).andWhere('id', '<', id),
          ),
      );
    }
    const [found, totalItems] = await Promise.all([
      this.#ask(() => rows.select()),
      this.#count(matchingRequests(this.#database, filter)),
    ]);
    const requests = storedAccessRequestSchema.array().parse(found);
    const items = requests.slice(0, limit);
    const last = items[items.length - 1];
    return {
      items,
      totalItems,
      ...(last &&
        requests.length > limit && {
          nextCursor: encodeCursor(
            NEWEST_FIRST,
            `${last.requestedAt.getTime()}/${last.id}`,
          ),
        }),
    };
  }

  async end(id: string, { state, by, reason }: AccessRequestEnd) {
    const ended = await this.#ask(() =>
      this.#rows()
        .where({ id, state: 'pending' })
        .update({
          state,
          decided_by: by,
          decided_at: this.#options.clock().getTime(),
          decision_reason: reason ?? null,
        }),
    );
    return ended === 1 ? this.find(id) : undefined;
  }

  #rows() {
    return this.#database<AccessRequestRow>(ACCESS_REQUESTS);
  }

  async #first(rows: Knex.QueryBuilder<AccessRequestRow>) {
    const [row] = await this.#ask(() => rows.select().limit(1));
    return storedAccessRequestSchema.optional().parse(row);
  }

  async #count(rows: Knex.QueryBuilder<AccessRequestRow>): Promise<number> {
    const [row] = await this.#ask(() => rows.count({ number: '*' }));
    return Number(row.number);
  }

  /** The database's own words hold the whole statement; they are for the log, not for callers. */
  async #ask<T>(question: () => PromiseLike<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      this.#options.logger.error(
        `The database of requests for access failed: ${error}`,
      );
      throw new ServiceUnavailableError(
        'The database that keeps requests for access cannot be reached; try again in a moment',
      );
    }
  }
}

function placeOf(cursor: string): { time: number; id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, NEWEST_FIRST).split('/');
  return { time: Number(time), id };
}
