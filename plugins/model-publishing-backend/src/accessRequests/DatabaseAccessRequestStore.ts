import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { z } from 'zod';
import { NewestFirst } from '../listings/NewestFirst';
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

const NEWEST_FIRST = new NewestFirst({
  sort: 'requestedAt',
  column: 'requested_at',
  id: z.string(),
});

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
    page: PageRequest,
  ): Promise<Page<StoredAccessRequest>> {
    const rows = NEWEST_FIRST.select(
      matchingRequests(this.#database, filter),
      page,
    );
    const [found, totalItems] = await Promise.all([
      this.#ask(() => rows.select()),
      this.#count(matchingRequests(this.#database, filter)),
    ]);
    return {
      ...NEWEST_FIRST.pageOf(
        storedAccessRequestSchema.array().parse(found),
        page.limit,
        ({ requestedAt }) => requestedAt.getTime(),
      ),
      totalItems,
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
