import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { RuleViolationError } from '../errors/requestProblems';
import {
  Begun,
  IdempotencyStore,
  Lease,
  RepeatableRequest,
  RequestOutcome,
} from './IdempotencyStore';
import {
  IDEMPOTENT_REQUESTS,
  IdempotentRequestRow,
  StoredRequest,
  storedRequestSchema,
} from './idempotentRequestRow';

/** How long requests are remembered, in milliseconds. */
export const REQUEST_MEMORY_MS = 24 * 60 * 60 * 1000;
/** How long a holder may be silent before somebody else takes over, in milliseconds. */
export const LEASE_MS = 30_000;

export interface DatabaseIdempotencyStoreOptions {
  clock: () => Date;
  logger: LoggerService;
}

/** Keeps requests in the plugin's database. What a lease is worth is decided by single conditional writes. */
export class DatabaseIdempotencyStore implements IdempotencyStore {
  readonly #database: Knex;
  readonly #options: DatabaseIdempotencyStoreOptions;

  constructor(database: Knex, options: DatabaseIdempotencyStoreOptions) {
    this.#database = database;
    this.#options = options;
  }

  async begin(request: RepeatableRequest): Promise<Begun> {
    const { scope, key } = request;
    const lease: Lease = { scope, key, holder: randomUUID() };
    const known =
      (await this.#read(request)) ?? (await this.#insert(request, lease));
    if (known === undefined) {
      // Abandoned between two looks: whoever asks next may run it.
      return { kind: 'running' };
    }
    if (known.request_hash !== request.requestHash) {
      throw usedForAnother();
    }
    if (known.state === 'done') {
      return { kind: 'done', outcome: outcomeOf(known) };
    }
    const isMine =
      known.lease_holder === lease.holder ||
      (known.lease_until <= this.#options.clock() &&
        (await this.#takeOver(lease, known.lease_holder)));
    return isMine ? { kind: 'run', lease } : { kind: 'running' };
  }

  async renew(lease: Lease): Promise<void> {
    await this.#ask(() =>
      this.#heldBy(lease).update({ lease_until: this.#leaseEnd() }),
    );
  }

  async complete(lease: Lease, outcome: RequestOutcome): Promise<void> {
    await this.#ask(() =>
      this.#heldBy(lease).update({
        state: 'done',
        status_code: outcome.statusCode,
        key_id: outcome.keyId ?? null,
      }),
    );
  }

  async abandon(lease: Lease): Promise<void> {
    await this.#ask(() => this.#heldBy(lease).delete());
  }

  /** Forgets requests whose time is over. */
  async forgetOld(): Promise<void> {
    await this.#ask(() =>
      this.#rows().where('created_at', '<=', this.#forgottenBefore()).delete(),
    );
  }

  #rows() {
    return this.#database<IdempotentRequestRow>(IDEMPOTENT_REQUESTS);
  }

  #rowsOf({ scope, key }: Pick<Lease, 'scope' | 'key'>) {
    return this.#rows().where({ scope, idempotency_key: key });
  }

  #heldBy(lease: Lease) {
    return this.#rowsOf(lease).where({
      lease_holder: lease.holder,
      state: 'running',
    });
  }

  async #read(request: RepeatableRequest) {
    const [row] = await this.#ask(() =>
      this.#rowsOf(request)
        .where('created_at', '>', this.#forgottenBefore())
        .select(),
    );
    return storedRequestSchema.optional().parse(row);
  }

  /** Of several that try this at the same time, the row is one's. */
  async #insert(request: RepeatableRequest, lease: Lease) {
    await this.#ask(async () => {
      await this.#rowsOf(request)
        .where('created_at', '<=', this.#forgottenBefore())
        .delete();
      await this.#rows()
        .insert({
          scope: request.scope,
          idempotency_key: request.key,
          request_hash: request.requestHash,
          state: 'running',
          lease_holder: lease.holder,
          lease_until: this.#leaseEnd(),
          created_at: this.#options.clock(),
        })
        .onConflict(['scope', 'idempotency_key'])
        .ignore();
    });
    return this.#read(request);
  }

  async #takeOver(lease: Lease, from: string): Promise<boolean> {
    const taken = await this.#ask(() =>
      this.#heldBy({ ...lease, holder: from })
        .where('lease_until', '<=', this.#options.clock())
        .update({
          lease_holder: lease.holder,
          lease_until: this.#leaseEnd(),
        }),
    );
    return taken === 1;
  }

  #leaseEnd(): Date {
    return new Date(this.#options.clock().getTime() + LEASE_MS);
  }

  #forgottenBefore(): Date {
    return new Date(this.#options.clock().getTime() - REQUEST_MEMORY_MS);
  }

  /** The database's own words hold the whole statement; they are for the log, not for callers. */
  async #ask<T>(question: () => PromiseLike<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      this.#options.logger.error(
        `The database of idempotent requests failed: ${error}`,
      );
      throw new ServiceUnavailableError(
        'The database that keeps requests with an Idempotency-Key cannot be reached; try again in a moment',
      );
    }
  }
}

function outcomeOf({ status_code, key_id }: StoredRequest): RequestOutcome {
  return { statusCode: status_code ?? 200, keyId: key_id ?? undefined };
}

function usedForAnother(): RuleViolationError {
  return new RuleViolationError([
    {
      field: 'header.idempotency-key',
      problem:
        'was used for a different request in the last 24 hours; use a new one',
    },
  ]);
}
