import {
  AcceptedConfiguration,
  Warning,
} from '@inference-portal/plugin-model-publishing-common';
import { limitPrecision } from '../capabilities/limitPrecision';
import { isWindowLimit, LimitSupport } from '../capabilities/LimitSupport';
import { NamedLimit, namedLimits } from '../limits/namedLimits';

const NO_TOKENS =
  'is kept, but has no effect: a traditional model reports no tokens';
const LOCAL = 'is counted by each gateway replica and listener for itself';
const APPROXIMATE = `is approximate: it ${LOCAL}, from the beginning again whenever the configuration of the listener changes, and requests that another limit refuses count as well`;

/** What was accepted, and works in another way than its name says. */
export function warningsOf(
  { modelType, rateLimiting, authentication }: AcceptedConfiguration,
  support: LimitSupport,
): Warning[] {
  const named = namedLimits(rateLimiting);
  const warn = (isMeant: (limit: NamedLimit) => boolean, message: string) =>
    named
      .filter(isMeant)
      .map(({ name }) => ({ field: `rateLimiting.${name}`, message }));
  const isWithoutEffect = ({ limit }: NamedLimit) =>
    modelType === 'traditional' && limit === 'tokensPerHour';
  const isWithoutLimiter = support.globalRateLimit === 'unavailable';
  return [
    ...(authentication.requireApiKey
      ? []
      : [
          {
            field: 'authentication.requireApiKey',
            message: 'is false: everybody can call the model, without a key',
          },
        ]),
    ...warn(
      ({ limit }) =>
        limitPrecision(limit, support) === 'approximate' &&
        isWindowLimit(limit),
      APPROXIMATE,
    ),
    ...warn(isWithoutEffect, NO_TOKENS),
    ...warn(
      ({ limit }) => isWithoutLimiter && limit === 'burstLimit',
      `${LOCAL}, not in total`,
    ),
    ...named.flatMap(limit => {
      const total = rateLimiting[limit.limit] ?? Infinity;
      return limit.tenant !== undefined &&
        limit.value > total &&
        !isWithoutEffect(limit)
        ? [
            {
              field: `rateLimiting.${limit.name}`,
              message: `is above the total of ${total}, which is reached before it`,
            },
          ]
        : [];
    }),
  ];
}
