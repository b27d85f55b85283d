import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { areWindowsLocal, LimitSupport } from '../capabilities/LimitSupport';
import { RateLimitRule } from '../cluster/resources/BackendTrafficPolicy';
import { TOKEN_COST_NAMESPACE, TOTAL_TOKEN_COST_KEY } from './tokenCosts';

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

/**
 * A request itself is free; its answer costs what the model reports. So the first request after the limit is reached is
 * refused, and not the one that reaches it (stack-proof 6).
 */
const TOKENS_OF_ANSWER: RateLimitRule['cost'] = {
  request: { from: 'Number', number: 0 },
  response: {
    from: 'Metadata',
    metadata: { namespace: TOKEN_COST_NAMESPACE, key: TOTAL_TOKEN_COST_KEY },
  },
};

/** Inference requests. Metadata requests, and the portal's own probes, use up nothing. */
const INFERENCE = [{ methods: [{ value: 'POST' }] }];

/**
 * The rules for the limits of a publication. Limits per minute and hour that can be kept in no way stay global rules:
 * a gateway without the limiter closes the route then, and does not serve it without its limits.
 *
 * `tokensPerHour` of a traditional model has no rule, because it reports no tokens.
 */
export function rateLimitRules(
  {
    rateLimiting: limits,
    modelType,
  }: Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>,
  support: LimitSupport,
): RateLimitRules {
  const { burstLimit } = limits;
  const tokens =
    modelType === 'openai' ? limitOf(limits.tokensPerHour, 'Hour') : [];
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
    // Tokens first: counters go by the place of a rule, and tokens must never be taken for requests of an hour.
    global: [
      ...tokens.map(limit => ({
        ...forInference(limit),
        shared: true,
        cost: TOKENS_OF_ANSWER,
      })),
      ...global.map(limit => ({ ...forInference(limit), shared: true })),
    ],
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
