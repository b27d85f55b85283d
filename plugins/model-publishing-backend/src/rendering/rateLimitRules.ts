import { RateLimiting } from '@inference-portal/plugin-model-publishing-common';
import { areWindowsLocal, LimitSupport } from '../capabilities/LimitSupport';
import { RateLimitRule } from '../cluster/resources/BackendTrafficPolicy';

type Unit = RateLimitRule['limit']['unit'];

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

/** Inference requests. Metadata requests, and the portal's own probes, use up nothing. */
const INFERENCE = [{ methods: [{ value: 'POST' }] }];

/**
 * The rules for the limits of a publication. Limits per minute and hour that can be kept in no way stay global rules:
 * a gateway without the limiter closes the route then, and does not serve it without its limits.
 *
 * `tokensPerHour` has no rule: a traditional model reports no tokens.
 */
export function rateLimitRules(
  limits: RateLimiting,
  support: LimitSupport,
): RateLimitRules {
  const { burstLimit } = limits;
  const windows = [
    ...limitOf(limits.requestsPerMinute, 'Minute'),
    ...limitOf(limits.requestsPerHour, 'Hour'),
  ];
  const burst = limitOf(burstLimit, 'Second');
  const areLocal = areWindowsLocal(support);
  const global = [
    ...(support.globalRateLimit === 'available' ? burst : []),
    ...(areLocal ? [] : windows),
  ];
  return {
    // Shared: one counter of all listeners, paths and hostnames.
    global: global.map(limit => ({ ...forInference(limit), shared: true })),
    local: [
      ...burst.map(forInference),
      // The rule without a selector is only for requests that match no other rule.
      ...burst.map(limit => ({ limit })),
      ...(areLocal ? windows.map(forInference) : []),
    ],
  };
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

function limitOf(
  requests: number | undefined,
  unit: Unit,
): RateLimitRule['limit'][] {
  return requests === undefined ? [] : [{ requests, unit }];
}

function forInference(limit: RateLimitRule['limit']): RateLimitRule {
  return { clientSelectors: INFERENCE, limit };
}
