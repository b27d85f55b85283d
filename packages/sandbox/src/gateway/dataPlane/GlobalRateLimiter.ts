import {
  ConfiguredRoute,
  LimitRule,
} from '../configuration/GatewayConfiguration';
import { secondsOf } from '../resources/BackendTrafficPolicy';
import { GatewayRequest } from './GatewayRequest';
import { ChargeAnswer, LimitHeaders, LimitVerdict } from './LimitVerdict';
import { matchLimitRule } from './matchLimitRule';

interface Counted {
  readonly rule: LimitRule;
  /** What tells the rule's counter from others. */
  readonly parts: readonly string[];
  readonly remaining: number;
  readonly over: boolean;
  readonly resetSeconds: number;
}

/**
 * The rate limit service: fixed windows aligned to the clock. Every matching rule counts every request that reaches
 * it, refused or not.
 *
 * A shared rule has one counter; another has one per route, that is per rule, match, hostname and listener. Counters
 * survive configuration changes. The position of a rule among those of its route is part of its counter, so a shared
 * rule of a Gateway's policy counts separately where it is merged behind rules of a route (measured). So is by how many
 * headers, and whether by method, it selects; what it selects is not, nor its unit: whatever comes to stand at the same
 * position counts on where the last one has stopped, when their windows begin at the same moment (keys seen in Redis).
 */
export class GlobalRateLimiter {
  readonly #counters = new Map<string, { count: number; expiresAt: number }>();

  /** Undefined when no rule applies. `now` is in Unix milliseconds. */
  check(
    route: ConfiguredRoute,
    request: GatewayRequest,
    now: number,
  ): LimitVerdict | undefined {
    const domains = new Map<string, Counted[]>();
    const rules = route.traffic?.global ?? [];
    for (const [index, rule] of rules.entries()) {
      const values = matchLimitRule(rule, request);
      if (values) {
        const domain = rule.shared
          ? rule.name.replace(/\/rule\/\d+$/, '')
          : route.listener;
        const owner = rule.shared ? [] : [route.listener, route.name];
        const position = rules
          .slice(0, index)
          .filter(({ shared }) => shared === rule.shared).length;
        const parts = [
          rule.name,
          String(position),
          shapeOf(rule),
          ...owner,
          ...values,
        ];
        const counted = this.#count(parts, rule, rule.requestCost, now);
        domains.set(domain, [...(domains.get(domain) ?? []), counted]);
      }
    }
    // Each domain is a filter of its own in Envoy, in alphabetical order.
    const filters = [...domains].sort(([a], [b]) => a.localeCompare(b));
    const counted = filters.flatMap(([, counts]) => counts);
    return counted.length === 0
      ? undefined
      : {
          allowed: counted.every(({ over }) => !over),
          headers: filters.map(([, counts]) => this.#headers(counts)),
          charge: this.#chargeOf(counted),
        };
  }

  #chargeOf(counted: readonly Counted[]): ChargeAnswer | undefined {
    const charged = counted.filter(({ rule }) => rule.answerCost !== undefined);
    return charged.length === 0
      ? undefined
      : (costs, now) => {
          for (const { rule, parts } of charged) {
            this.#count(parts, rule, costs[rule.answerCost ?? ''] ?? 0, now);
          }
        };
  }

  #count(
    parts: readonly string[],
    rule: LimitRule,
    amount: number,
    now: number,
  ): Counted {
    const windowMs = secondsOf[rule.unit] * 1000;
    const start = now - (now % windowMs);
    const key = JSON.stringify([...parts, start]);
    const before = this.#counters.get(key);
    const count = (before?.count ?? 0) + amount;
    this.#forgetExpired(now);
    const expiresAt = Math.max(before?.expiresAt ?? 0, start + windowMs);
    this.#counters.set(key, { count, expiresAt });
    return {
      rule,
      parts,
      remaining: Math.max(0, rule.requests - count),
      over: count > rule.requests,
      resetSeconds: Math.floor(
        (start + windowMs) / 1000 - Math.floor(now / 1000),
      ),
    };
  }

  #forgetExpired(now: number): void {
    for (const [key, { expiresAt }] of this.#counters) {
      if (expiresAt <= now) {
        this.#counters.delete(key);
      }
    }
  }

  #headers(counted: readonly Counted[]): LimitHeaders {
    const tightest = counted.reduce((least, next) =>
      next.remaining < least.remaining ? next : least,
    );
    const policies = counted.map(
      ({ rule }) => `${rule.requests};w=${secondsOf[rule.unit]}`,
    );
    return {
      'x-ratelimit-limit': [tightest.rule.requests, ...policies].join(', '),
      'x-ratelimit-remaining': String(tightest.remaining),
      'x-ratelimit-reset': String(tightest.resetSeconds),
    };
  }
}

/** What of a rule's selectors is part of its counter. */
function shapeOf({ headers, methods, path }: LimitRule): string {
  return [headers.length, methods.length > 0, path !== undefined].join();
}
