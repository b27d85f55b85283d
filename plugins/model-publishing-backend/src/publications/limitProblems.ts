import { ServiceUnavailableError } from '@backstage/errors';
import {
  AcceptedConfiguration,
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
  configuration: Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>,
  { gateway, limits, limitSupport }: LimitContext,
): Problem[] {
  const { rateLimiting, modelType } = configuration;
  const tooHigh = LIMIT_NAMES.flatMap(name => {
    const value = rateLimiting[name];
    const maximum = limits.maxima[name];
    const problem = `is ${value}, above the platform's maximum of ${maximum}`;
    return value !== undefined && maximum !== undefined && value > maximum
      ? [{ field: `${FIELD}.${name}`, problem }]
      : [];
  });
  const { globalRateLimit, approximate } = limitSupport;
  const isWithoutLimiter = globalRateLimit === 'unavailable';
  const impossible =
    isWithoutLimiter && !approximate ? windowsOf(rateLimiting) : [];
  // Limits that each replica counts for itself know no costs.
  const tokens =
    isWithoutLimiter && modelType === 'openai' && rateLimiting.tokensPerHour
      ? [
          {
            field: `${FIELD}.tokensPerHour`,
            problem: `needs the capability globalRateLimit, which gateway "${gateway.name}" does not have; ask the platform for a rate limit service in Envoy Gateway`,
          },
        ]
      : [];
  return [
    ...tooHigh,
    ...impossible.map(name => ({
      field: `${FIELD}.${name}`,
      problem: `needs the capability globalRateLimit, which gateway "${gateway.name}" does not have; limit bursts only (burstLimit), or ask the platform for a rate limit service in Envoy Gateway or for approximate limits (modelPublishing.limits.approximate)`,
    })),
    ...tokens,
    ...ruleCountProblems(rateLimitRules(configuration, limitSupport)).map(
      problem => ({ field: FIELD, problem }),
    ),
  ];
}

/** @throws ServiceUnavailableError while nobody knows whether the gateway can keep limits per minute and hour */
export function requireKnownSupport(
  {
    rateLimiting,
    modelType,
  }: Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>,
  {
    gateway,
    limitSupport: { globalRateLimit, approximate },
  }: Pick<LimitContext, 'gateway' | 'limitSupport'>,
): void {
  const hasTokens =
    modelType === 'openai' && rateLimiting.tokensPerHour !== undefined;
  const windows = [
    ...(approximate ? [] : windowsOf(rateLimiting)),
    ...(hasTokens ? ['tokensPerHour'] : []),
  ];
  if (globalRateLimit === 'unknown' && windows.length > 0) {
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
