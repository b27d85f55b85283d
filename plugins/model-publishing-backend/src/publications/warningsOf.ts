import {
  AcceptedConfiguration,
  Warning,
} from '@inference-portal/plugin-model-publishing-common';
import {
  areWindowsLocal,
  LimitSupport,
  WINDOW_LIMITS,
} from '../capabilities/LimitSupport';

const NO_TOKENS =
  'is kept, but has no effect: a traditional model reports no tokens';
const LOCAL = 'is counted by each gateway replica and listener for itself';
const APPROXIMATE = `is approximate: it ${LOCAL}, from the beginning again whenever the configuration of the listener changes, and requests that another limit refuses count as well`;

/** What was accepted, and works in another way than its name says. */
export function warningsOf(
  { modelType, rateLimiting, authentication }: AcceptedConfiguration,
  support: LimitSupport,
): Warning[] {
  const warnings: Warning[] = [];
  const warn = (name: keyof typeof rateLimiting, message: string) => {
    if (rateLimiting[name] !== undefined) {
      warnings.push({ field: `rateLimiting.${name}`, message });
    }
  };
  if (!authentication.requireApiKey) {
    warnings.push({
      field: 'authentication.requireApiKey',
      message: 'is false: everybody can call the model, without a key',
    });
  }
  if (areWindowsLocal(support)) {
    WINDOW_LIMITS.forEach(name => warn(name, APPROXIMATE));
  }
  if (modelType === 'traditional') {
    warn('tokensPerHour', NO_TOKENS);
  }
  if (support.globalRateLimit === 'unavailable') {
    warn('burstLimit', `${LOCAL}, not in total`);
  }
  return warnings;
}
