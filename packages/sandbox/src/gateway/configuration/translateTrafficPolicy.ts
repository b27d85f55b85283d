import { WithSource } from '../objectReader';
import {
  BackendTrafficPolicy,
  backendTrafficPolicySchema,
  RateLimitRule,
  secondsOf,
} from '../resources/BackendTrafficPolicy';
import { keyOf } from '../resources/metadata';
import {
  invalidRoute,
  LimitRule,
  LocalLimits,
  TrafficFeatures,
} from './GatewayConfiguration';
import { mergePolicy } from './mergePolicy';
import { PolicyBehaviour } from './PolicyAttachment';

class InvalidPolicy extends Error {}

function limitRule(
  policy: BackendTrafficPolicy,
  rule: RateLimitRule,
  index: number,
): LimitRule {
  const selectors = rule.clientSelectors;
  const path = selectors.findLast(selector => selector.path)?.path;
  return {
    name: `${keyOf(policy)}/rule/${index}`,
    headers: selectors
      .flatMap(({ headers }) => headers)
      .map(({ name, type, value = '', invert }) => ({
        name: name.toLowerCase(),
        kind: type,
        value,
        invert,
      })),
    methods: selectors.flatMap(({ methods }) => methods),
    path: path && { kind: path.type, value: path.value, invert: path.invert },
    requests: rule.limit.requests,
    unit: rule.limit.unit,
    shared: rule.shared,
    requestCost: rule.cost?.request?.number ?? 1,
    answerCost: rule.cost?.response?.metadata?.key,
  };
}

function localLimits(policy: BackendTrafficPolicy): LocalLimits | undefined {
  const rules = policy.spec.rateLimit?.local?.rules;
  if (!rules) {
    return undefined;
  }
  const defaults = rules.filter(rule => rule.clientSelectors.length === 0);
  if (defaults.length > 1) {
    throw new InvalidPolicy(
      'local rateLimit can not have more than one rule without clientSelectors',
    );
  }
  const fallback = defaults[0]?.limit;
  const step = secondsOf[fallback?.unit ?? 'Second'];
  if (rules.some(rule => secondsOf[rule.limit.unit] % step !== 0)) {
    throw new InvalidPolicy(
      'local rateLimit rule limit unit must be a multiple of the default limit unit',
    );
  }
  return {
    fallback,
    rules: rules.flatMap((rule, index) =>
      rule.clientSelectors.length ? [limitRule(policy, rule, index)] : [],
    ),
  };
}

function trafficFeatures(
  policy: BackendTrafficPolicy,
  globalRateLimit: boolean,
): TrafficFeatures {
  const local = localLimits(policy);
  const global = policy.spec.rateLimit?.global?.rules;
  if (global && !globalRateLimit) {
    throw new InvalidPolicy(
      'enable Ratelimit in the EnvoyGateway config to configure global rateLimit',
    );
  }
  return {
    local,
    global: global?.map((rule, index) => limitRule(policy, rule, index)),
    overridesResponses: policy.spec.responseOverride.length > 0,
  };
}

/** Rules of both levels, each under its own name; without merge keys the route's list replaces the parent's. */
function mergeRules<T>(
  parent: readonly T[] | undefined,
  route: readonly T[] | undefined,
  mergeType: string | undefined,
): readonly T[] | undefined {
  if (!parent || !route?.length) {
    return route?.length ? route : parent;
  }
  return mergeType === 'StrategicMerge' ? [...route, ...parent] : route;
}

function mergeFeatures(
  parent: TrafficFeatures,
  route: TrafficFeatures,
  mergeType: string | undefined,
): TrafficFeatures {
  const rules = mergeRules(parent.local?.rules, route.local?.rules, mergeType);
  return {
    local: route.local
      ? { fallback: route.local.fallback, rules: rules ?? [] }
      : parent.local,
    global: mergeRules(parent.global, route.global, mergeType),
    overridesResponses: route.overridesResponses || parent.overridesResponses,
  };
}

/**
 * Limits of routes.
 *
 * Merged limits keep the names of the policies they come from, so that a shared limit of the Gateway's policy has
 * one counter for all routes. Texts are Envoy Gateway's (stack-proof 6).
 */
export function trafficPolicyBehaviour({
  globalRateLimit,
}: {
  globalRateLimit: boolean;
}): PolicyBehaviour<WithSource<BackendTrafficPolicy>, TrafficFeatures> {
  return {
    plural: 'backendTrafficPolicies',
    translate(policy, parent) {
      try {
        if (!parent) {
          return { features: trafficFeatures(policy, globalRateLimit) };
        }
        trafficFeatures(
          backendTrafficPolicySchema.parse(
            mergePolicy(parent.source, policy.source),
          ),
          globalRateLimit,
        );
        return {
          features: mergeFeatures(
            trafficFeatures(parent, globalRateLimit),
            trafficFeatures(policy, globalRateLimit),
            policy.spec.mergeType,
          ),
        };
      } catch (error) {
        if (error instanceof InvalidPolicy) {
          return { problem: `RateLimit: ${error.message}` };
        }
        throw error;
      }
    },
    apply(draft, { features, problem }) {
      if (draft.traffic) {
        return;
      }
      if (problem) {
        draft.directResponse = invalidRoute;
        return;
      }
      draft.traffic = features;
    },
  };
}
