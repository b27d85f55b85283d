import { Knex } from 'knex';
import { z } from 'zod';
import { startOf } from '../collecting/rollUp';
import {
  AMOUNTS,
  COLLECTIONS,
  collectionRowSchema,
  Span,
} from '../usageTables';
import {
  TenantUsageTotals,
  UsageAmount,
  UsageCoverage,
  UsageQuery,
  UsageStore,
  UsageTotals,
} from './UsageStore';

const sumsSchema = z
  .object({
    uid: z.string(),
    span: z.enum(['total', 'day']),
    measure: z.string(),
    amount: z.coerce.number(),
    last_at: z.coerce.number(),
  })
  .array();
type Sums = z.output<typeof sumsSchema>;

const amountsSchema = z
  .object({
    start: z.coerce.number().transform(at => new Date(at)),
    measure: z.enum([
      'requests',
      'responses',
      'rate-limited',
      'tokens',
      'calls',
    ]),
    detail: z.string().default(''),
    tenant: z.string().default(''),
    key_id: z.string().default(''),
    amount: z.coerce.number(),
  })
  .array();

const lastUseSchema = z
  .object({ key_id: z.string(), last_at: z.coerce.number() })
  .array();

/** Tokens of other types, such as cached ones, are among these already. */
const TOKEN_TYPES = ['input', 'output'];

const COLUMNS = { detail: 'detail', tenant: 'tenant', keyId: 'key_id' };

/** Narrows tokens to those types. */
function inputAndOutput(counted: Knex.QueryBuilder): void {
  void counted.whereNot({ measure: 'tokens' }).orWhereIn('detail', TOKEN_TYPES);
}

/** Reads what `DatabaseUsageLedger` has written. */
export class DatabaseUsageStore implements UsageStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async totalsOf(uids: string[], now: Date): Promise<Map<string, UsageTotals>> {
    const sums = await this.#sums(uids, now, query =>
      query.whereNot({ measure: 'calls' }),
    );
    return byUid(sums, of => ({
      requests: of('total', 'requests')?.amount ?? 0,
      requestsToday: of('day', 'requests')?.amount ?? 0,
      rateLimited: of('total', 'rate-limited')?.amount ?? 0,
      tokens: of('total', 'tokens')?.amount,
      lastAccessAt: timeOf(of('total', 'requests')),
    }));
  }

  async totalsOfTenants(
    uids: string[],
    tenants: string[],
    now: Date,
  ): Promise<Map<string, TenantUsageTotals>> {
    const sums = await this.#sums(uids, now, query =>
      query.whereIn('tenant', tenants).whereIn('measure', ['calls', 'tokens']),
    );
    return byUid(sums, of => ({
      calls: of('total', 'calls')?.amount,
      callsToday: of('total', 'calls') && (of('day', 'calls')?.amount ?? 0),
      tokens: of('total', 'tokens')?.amount,
      lastAccessAt: latest(
        timeOf(of('total', 'calls')),
        timeOf(of('total', 'tokens')),
      ),
    }));
  }

  async amounts({
    uid,
    from,
    to,
    step,
    measures,
    by,
    tenants,
    limit,
  }: UsageQuery): Promise<UsageAmount[]> {
    const told = by.map(name => COLUMNS[name]);
    const query = this.#database(AMOUNTS)
      .where({ uid, span: step })
      .andWhere('start', '>=', from.getTime())
      .andWhere('start', '<', to.getTime())
      .whereIn('measure', measures)
      .groupBy(['start', 'measure', ...told])
      .orderBy(['start', 'measure', ...told])
      .select(['start', 'measure', ...told])
      .sum({ amount: 'amount' })
      .limit(limit);
    if (!by.includes('detail')) {
      query.andWhere(inputAndOutput);
    }
    if (tenants) {
      query.whereIn('tenant', tenants);
    }
    return amountsSchema
      .parse(await query)
      .map(({ key_id: keyId, ...amount }) => ({ ...amount, keyId }));
  }

  async lastUseOfKeys(uid: string): Promise<Map<string, Date>> {
    const rows = await this.#database(AMOUNTS)
      .where({ uid, span: 'total' })
      .whereNot({ key_id: '' })
      .groupBy('key_id')
      .select('key_id')
      .max({ last_at: 'last_at' });
    return new Map(
      lastUseSchema
        .parse(rows)
        .map(({ key_id: id, last_at: at }) => [id, new Date(at)]),
    );
  }

  async coverageOf(cluster: string): Promise<UsageCoverage | undefined> {
    const row = await this.#database(COLLECTIONS).where({ cluster }).first();
    if (!row) {
      return undefined;
    }
    const { since, as_of, collected_at, problem } =
      collectionRowSchema.parse(row);
    return {
      since: dateOf(since),
      asOf: dateOf(as_of),
      collectedAt: dateOf(collected_at),
      problem: problem ?? undefined,
    };
  }

  /** Totals and today's amounts, by publication and measure, of tokens input and output only. */
  async #sums(
    uids: string[],
    now: Date,
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<Sums> {
    if (uids.length === 0) {
      return [];
    }
    const query = this.#database(AMOUNTS)
      .whereIn('uid', uids)
      .andWhere(spans =>
        spans
          .where({ span: 'total', start: 0 })
          .orWhere({ span: 'day', start: startOf('day', now.getTime()) }),
      )
      .andWhere(inputAndOutput)
      .groupBy(['uid', 'span', 'measure'])
      .select(['uid', 'span', 'measure'])
      .sum({ amount: 'amount' })
      .max({ last_at: 'last_at' });
    return sumsSchema.parse(await narrow(query));
  }
}

/** Puts together the sums of each publication; `of` finds the one of a span and measure. */
function byUid<Totals>(
  sums: Sums,
  totals: (
    of: (span: Span, measure: string) => Sums[number] | undefined,
  ) => Totals,
): Map<string, Totals> {
  const groups = new Map<string, Map<string, Sums[number]>>();
  for (const sum of sums) {
    const group = groups.get(sum.uid) ?? new Map();
    groups.set(sum.uid, group.set(`${sum.span} ${sum.measure}`, sum));
  }
  return new Map(
    [...groups].map(([uid, group]) => [
      uid,
      totals((span, measure) => group.get(`${span} ${measure}`)),
    ]),
  );
}

function timeOf(sum: { last_at: number } | undefined): Date | undefined {
  return dateOf(sum?.last_at);
}

function dateOf(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}

function latest(...times: Array<Date | undefined>): Date | undefined {
  return dateOf(
    times
      .flatMap(time => time?.getTime() ?? [])
      .sort((a, b) => a - b)
      .at(-1),
  );
}
