import {
  ConfiguredRoute,
  LimitRule,
  LocalLimits,
} from '../configuration/GatewayConfiguration';
import { secondsOf } from '../resources/BackendTrafficPolicy';
import { GatewayRequest } from './GatewayRequest';
import { LimitVerdict } from './LimitVerdict';
import { matchLimitRule } from './matchLimitRule';
import { TokenBucket } from './TokenBucket';

/** What Envoy Gateway configures where no rule is the default. */
const unlimited = { requests: 4_294_967_295, unit: 'Second' } as const;

/**
 * Envoy's local limits: one set of buckets per route and configuration, so that a new configuration starts with
 * full buckets (stack-proof 6).
 */
export class LocalRateLimiter {
  readonly #buckets = new Map<string, TokenBucket>();

  /** Undefined when the route has no local limits. */
  check(
    { name, traffic }: ConfiguredRoute,
    request: GatewayRequest,
    now: number,
  ): LimitVerdict | undefined {
    const limits = traffic?.local;
    if (!limits) {
      return undefined;
    }
    const buckets = this.#bucketsFor(name, limits, request, now);
    // The slowest bucket pays first, so a request that a faster one refuses has used it up all the same.
    const slowestFirst = buckets.sort((a, b) => a.fillRate - b.fillRate);
    const refusing = slowestFirst.find(bucket => !bucket.consume(now));
    const shown = refusing ?? slowestFirst[0];
    return {
      allowed: !refusing,
      headers: shown
        ? [
            {
              'x-ratelimit-limit': String(shown.capacity),
              'x-ratelimit-remaining': String(shown.remaining),
              'x-ratelimit-reset': String(shown.secondsToNextToken),
            },
          ]
        : [],
    };
  }

  #bucketsFor(
    route: string,
    { rules, fallback = unlimited }: LocalLimits,
    request: GatewayRequest,
    now: number,
  ): TokenBucket[] {
    const matching = rules.flatMap(rule => {
      const values = matchLimitRule(rule, request);
      return values
        ? [this.#bucket([route, rule.name, ...values], rule, now)]
        : [];
    });
    return matching.length ? matching : [this.#bucket([route], fallback, now)];
  }

  #bucket(
    parts: readonly string[],
    { requests, unit }: Pick<LimitRule, 'requests' | 'unit'>,
    now: number,
  ): TokenBucket {
    const key = JSON.stringify(parts);
    const bucket =
      this.#buckets.get(key) ??
      new TokenBucket(requests, secondsOf[unit] * 1000, now);
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
