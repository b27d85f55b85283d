import { spanOf } from '../usage/spans';
import {
  TenantUsageTotals,
  UsageAmount,
  UsageCoverage,
  UsageQuery,
  UsageStore,
  UsageTotals,
} from '../usage/telling/UsageStore';

/** What was counted, in memory; tests put into it what they need, and see which questions were asked. */
export class FakeUsageStore implements UsageStore {
  /** By cluster. */
  readonly coverages = new Map<string, UsageCoverage>();
  /** By uid. */
  readonly totals = new Map<string, UsageTotals>();
  /** By uid, then by tenant. */
  readonly tenants = new Map<string, Map<string, TenantUsageTotals>>();
  /** By uid. */
  readonly counted = new Map<string, UsageAmount[]>();
  /** By uid, then by id of the key. */
  readonly keys = new Map<string, Map<string, Date>>();
  readonly questions: Array<keyof UsageStore> = [];
  /** Instead of an answer. */
  outage: (() => Promise<never>) | undefined;

  totalsOf(uids: string[]): Promise<Map<string, UsageTotals>> {
    return this.#answer('totalsOf', pick(this.totals, uids));
  }

  totalsOfTenants(
    uids: string[],
    tenants: string[],
  ): Promise<Map<string, TenantUsageTotals>> {
    const found = [...pick(this.tenants, uids)].flatMap(([uid, byTenant]) => {
      const totals = [...pick(byTenant, tenants).values()];
      return totals.length > 0 ? [[uid, sumOf(totals)] as const] : [];
    });
    return this.#answer('totalsOfTenants', new Map(found));
  }

  amounts(query: UsageQuery): Promise<UsageAmount[]> {
    const found = (this.counted.get(query.uid) ?? [])
      .filter(
        ({ start, measure, tenant }) =>
          start >= query.from &&
          start < query.to &&
          query.measures.includes(measure) &&
          (query.tenants?.includes(tenant) ?? true),
      )
      .map(amount => ({ ...amount, start: spanOf(amount.start, query.step) }));
    return this.#answer('amounts', found);
  }

  lastUseOfKeys(uid: string): Promise<Map<string, Date>> {
    return this.#answer('lastUseOfKeys', new Map(this.keys.get(uid)));
  }

  coverageOf(cluster: string): Promise<UsageCoverage | undefined> {
    return this.#answer('coverageOf', this.coverages.get(cluster));
  }

  async #answer<Answer>(
    question: keyof UsageStore,
    answer: Answer,
  ): Promise<Answer> {
    this.questions.push(question);
    return this.outage ? this.outage() : answer;
  }
}

function pick<Value>(
  values: Map<string, Value>,
  keys: string[],
): Map<string, Value> {
  return new Map(
    keys.flatMap(key => {
      const value = values.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function sumOf(totals: TenantUsageTotals[]): TenantUsageTotals {
  const sum = (name: 'calls' | 'callsToday' | 'tokens') => {
    const known = totals.flatMap(total => total[name] ?? []);
    return known.length > 0 ? known.reduce((a, b) => a + b) : undefined;
  };
  const accesses = totals.flatMap(({ lastAccessAt }) => lastAccessAt ?? []);
  return {
    calls: sum('calls'),
    callsToday: sum('callsToday'),
    tokens: sum('tokens'),
    lastAccessAt:
      accesses.length > 0
        ? new Date(Math.max(...accesses.map(Number)))
        : undefined,
  };
}
