import { areWindowsLocal, LimitSupport } from '../capabilities/LimitSupport';
import { RateLimitRule } from '../cluster/resources/BackendTrafficPolicy';
import {
  EnforcedLimit,
  enforcedLimits,
  LimitSubject,
  sameSubject,
} from '../limits/enforcedLimits';
import { placesOf } from '../limits/LimitPlace';
import { PublicationState } from '../state/PublicationState';
import { EMPTY_PLACE, globalRule, localRule } from './rateLimitRule';

/** What the limits of a publication are rendered from. */
export type LimitedPublication = Pick<
  PublicationState,
  'id' | 'limitPlaces'
> & {
  configuration: Pick<
    PublicationState['configuration'],
    'rateLimiting' | 'modelType'
  >;
};

/** The rules of one publication's traffic policy. */
export interface RateLimitRules {
  global: RateLimitRule[];
  local: RateLimitRule[];
}

/** How many rules one policy may have (Envoy Gateway v1.9, schema of BackendTrafficPolicy). */
const MOST_RULES: Record<keyof RateLimitRules, number> = {
  global: 256,
  local: 16,
};

/**
 * The rules for the limits of a publication, each global one at its place. Limits per minute and hour that can be kept
 * in no way stay global rules: a gateway without the limiter closes the route then, and does not serve it without its
 * limits. So do limits of more tenants than there may be local rules.
 */
export function rateLimitRules(
  publication: LimitedPublication,
  support: LimitSupport,
): RateLimitRules {
  const wanted = wantedLocally(publication, support);
  const fits = localRulesOf(publication.id, wanted).length <= MOST_RULES.local;
  const local = wanted.filter(({ tenant }) => fits || tenant === undefined);
  // With the limiter everything is global, and local rules are a guard besides.
  const global = enforcedLimits(publication.configuration).filter(
    limit =>
      support.globalRateLimit === 'available' ||
      !local.some(other => sameSubject(limit, other)),
  );
  return {
    global: atTheirPlaces(publication, global),
    local: localRulesOf(publication.id, local),
  };
}

/**
 * The local rules that are asked for, as many as they are. With the limiter, the burst in total is one besides, as a
 * spike guard of each Envoy.
 */
export function wantedLocalRules(
  publication: LimitedPublication,
  support: LimitSupport,
): RateLimitRule[] {
  return localRulesOf(publication.id, wantedLocally(publication, support));
}

/** What the schema of the policy will not admit, in words. */
export function ruleCountProblems(rules: RateLimitRules): string[] {
  return (['global', 'local'] as const)
    .filter(scope => rules[scope].length > MOST_RULES[scope])
    .map(
      scope =>
        `needs ${rules[scope].length} ${scope} rules, and a gateway takes at most ${MOST_RULES[scope]} for one published model`,
    );
}

function wantedLocally(
  { configuration }: LimitedPublication,
  support: LimitSupport,
): EnforcedLimit[] {
  const isWindowLocal = areWindowsLocal(support);
  const isBurstLocal = ({ tenant }: LimitSubject) =>
    tenant === undefined || support.globalRateLimit !== 'available';
  return enforcedLimits(configuration).filter(subject => {
    switch (subject.limit) {
      case 'tokensPerHour':
        return false;
      case 'burstLimit':
        return isBurstLocal(subject);
      case 'requestsPerMinute':
      case 'requestsPerHour':
        return isWindowLocal;
      default:
        throw new Error(`Unexpected limit ${subject.limit satisfies never}`);
    }
  });
}

function localRulesOf(id: string, limits: EnforcedLimit[]): RateLimitRule[] {
  return limits.flatMap(enforced => {
    const rule = localRule(id, enforced);
    const isTotalBurst =
      enforced.limit === 'burstLimit' && enforced.tenant === undefined;
    // The rule without a selector is only for requests that match no other rule.
    return isTotalBurst ? [rule, { limit: rule.limit }] : [rule];
  });
}

function atTheirPlaces(
  publication: LimitedPublication,
  limits: EnforcedLimit[],
): RateLimitRule[] {
  const placed = placesOf(publication).map(place =>
    limits.find(limit => sameSubject(limit, place)),
  );
  const last = placed.findLastIndex(limit => limit !== undefined);
  return placed
    .slice(0, last + 1)
    .map(limit => (limit ? globalRule(publication.id, limit) : EMPTY_PLACE));
}
