import { ServiceUnavailableError } from '@backstage/errors';
import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { limitPrecision } from '../capabilities/limitPrecision';
import { isWindowLimit, LimitSupport } from '../capabilities/LimitSupport';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Problem } from '../errors/requestProblems';
import { LimitPlace } from '../limits/LimitPlace';
import { NamedLimit, namedLimits } from '../limits/namedLimits';
import { ruleProblems, tooManyLocalRules } from './ruleProblems';

export interface LimitContext {
  gateway: Pick<GatewayConfig, 'name'>;
  limits: Pick<ModelPublishingConfig['limits'], 'maxima'>;
  limitSupport: LimitSupport;
  /** Of the publication as it is now. */
  limitPlaces: LimitPlace[];
  now: Date;
}

type Limited = Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>;

const FIELD = 'config.rateLimiting';

/** What keeps a publication from having these limits. */
export function limitProblems(
  configuration: Limited,
  context: LimitContext,
): Problem[] {
  const { gateway, limits, limitSupport } = context;
  const named = namedLimits(configuration.rateLimiting);
  const without = `needs the capability globalRateLimit, which gateway "${gateway.name}" does not have`;
  const problemsWith = (
    isWrong: (limit: NamedLimit) => boolean,
    problemOf: (limit: NamedLimit) => string,
  ) =>
    named.filter(isWrong).map(limit => ({
      field: `${FIELD}.${limit.name}`,
      problem: problemOf(limit),
    }));
  const isUnavailable = ({ limit }: NamedLimit) =>
    limitPrecision(limit, limitSupport) === 'unavailable';
  return [
    ...problemsWith(
      ({ limit, value }) => value > (limits.maxima[limit] ?? Infinity),
      ({ limit, value }) =>
        `is ${value}, above the platform's maximum of ${limits.maxima[limit]}`,
    ),
    ...problemsWith(
      limit => isUnavailable(limit) && isWindowLimit(limit.limit),
      () =>
        `${without}; limit bursts only (burstLimit), or ask the platform for a rate limit service in Envoy Gateway or for approximate limits (modelPublishing.limits.approximate)`,
    ),
    ...problemsWith(
      limit => isUnavailable(limit) && countsTokens(limit, configuration),
      () =>
        `${without}; ask the platform for a rate limit service in Envoy Gateway`,
    ),
    ...ruleProblems(configuration, context),
  ];
}

/** @throws ServiceUnavailableError while nobody knows whether the gateway can keep such limits */
export function requireKnownSupport(
  configuration: Limited,
  { gateway, limitSupport }: Pick<LimitContext, 'gateway' | 'limitSupport'>,
): void {
  if (limitSupport.globalRateLimit !== 'unknown') {
    return;
  }
  const waiting = namedLimits(configuration.rateLimiting)
    .filter(
      limit =>
        limitPrecision(limit.limit, limitSupport) === 'unknown' &&
        (isWindowLimit(limit.limit) || countsTokens(limit, configuration)),
    )
    .map(({ name }) => name);
  const wanting = tooManyLocalRules(configuration, limitSupport)
    ? [...waiting, 'limits of so many tenants']
    : waiting;
  if (wanting.length > 0) {
    throw new ServiceUnavailableError(
      `Gateway "${
        gateway.name
      }" has not said yet whether it has the capability globalRateLimit, which ${wanting.join(
        ' and ',
      )} need; try again in a moment`,
    );
  }
}

function countsTokens({ limit }: NamedLimit, { modelType }: Limited): boolean {
  return limit === 'tokensPerHour' && modelType === 'openai';
}
