import { ServiceUnavailableError } from '@backstage/errors';
import {
  LIMIT_NAMES,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport, WINDOW_LIMITS } from '../capabilities/LimitSupport';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Problem } from '../errors/requestProblems';
import { rateLimitRules, ruleCountProblems } from '../rendering/rateLimitRules';

export interface LimitContext {
  gateway: Pick<GatewayConfig, 'name'>;
  limits: Pick<ModelPublishingConfig['limits'], 'maxima'>;
  limitSupport: LimitSupport;
}

const FIELD = 'config.rateLimiting';

/** What keeps a publication from having these limits. */
export function limitProblems(
  rateLimiting: RateLimiting,
  { gateway, limits, limitSupport }: LimitContext,
): Problem[] {
  const tooHigh = LIMIT_NAMES.flatMap(name => {
    const value = rateLimiting[name];
    const maximum = limits.maxima[name];
    const problem = `is ${value}, above the platform's maximum of ${maximum}`;
    return value !== undefined && maximum !== undefined && value > maximum
      ? [{ field: `${FIELD}.${name}`, problem }]
      : [];
  });
  const { globalRateLimit, approximate } = limitSupport;
  const impossible =
    globalRateLimit === 'unavailable' && !approximate
      ? windowsOf(rateLimiting)
      : [];
  return [
    ...tooHigh,
    ...impossible.map(name => ({
      field: `${FIELD}.${name}`,
      problem: `needs the capability globalRateLimit, which gateway "${gateway.name}" does not have; limit bursts only (burstLimit), or ask the platform for a rate limit service in Envoy Gateway or for approximate limits (modelPublishing.limits.approximate)`,
    })),
    ...ruleCountProblems(rateLimitRules(rateLimiting, limitSupport)).map(
      problem => ({ field: FIELD, problem }),
    ),
  ];
}

/** @throws ServiceUnavailableError while nobody knows whether the gateway can keep limits per minute and hour */
export function requireKnownSupport(
  rateLimiting: RateLimiting,
  {
    gateway,
    limitSupport: { globalRateLimit, approximate },
  }: Pick<LimitContext, 'gateway' | 'limitSupport'>,
): void {
  const windows = windowsOf(rateLimiting);
  if (globalRateLimit === 'unknown' && !approximate && windows.length > 0) {
    throw new ServiceUnavailableError(
      `Gateway "${
        gateway.name
      }" has not said yet whether it has the capability globalRateLimit, which ${windows.join(
        ' and ',
      )} need; try again in a moment`,
    );
  }
}

function windowsOf(rateLimiting: RateLimiting) {
  return WINDOW_LIMITS.filter(name => rateLimiting[name] !== undefined);
}
