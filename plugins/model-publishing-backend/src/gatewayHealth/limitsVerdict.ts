import {
  LIMIT_NAMES,
  Limits,
} from '@inference-portal/plugin-model-publishing-common';
import { limitPrecision } from '../capabilities/limitPrecision';
import { LimitSupport } from '../capabilities/LimitSupport';
import { bad, good, unknown, Verdict } from '../conditions/Verdict';

export interface LimitSurroundings {
  support: LimitSupport;
  /** Whether the gateway itself was asked. */
  isDetected: boolean;
  /** What publications are given that ask for nothing else. */
  defaults: Limits;
}

/** Whether the gateway keeps what publications are given, and by which counters. */
export function limitsVerdict({
  support,
  isDetected,
  defaults,
}: LimitSurroundings): Verdict {
  const refused = LIMIT_NAMES.filter(
    name =>
      defaults[name] !== undefined &&
      limitPrecision(name, support) === 'unavailable',
  );
  if (refused.length > 0) {
    return bad(
      'DefaultsRefused',
      `Envoy Gateway has no rate limit service, which the platform's defaults for ${refused.join(
        ' and ',
      )} need: models cannot be published with them`,
    );
  }
  switch (support.globalRateLimit) {
    case 'available':
      return good(
        'RateLimitService',
        `${
          isDetected
            ? 'Envoy Gateway has a rate limit service'
            : 'The configuration says that Envoy Gateway has a rate limit service'
        }: limits are totals. While that is away, requests pass uncounted`,
      );
    case 'unavailable':
      return good(
        'LocalCounters',
        `Without a rate limit service, each replica and listener counts for itself: bursts${
          support.approximate ? ', and limits per minute and hour' : ' only'
        }`,
      );
    case 'unknown':
      return unknown(
        'LimiterUnknown',
        'Envoy Gateway has not said yet whether it has a rate limit service',
      );
    default:
      throw new Error(
        `Unexpected capability ${support.globalRateLimit satisfies never}`,
      );
  }
}
