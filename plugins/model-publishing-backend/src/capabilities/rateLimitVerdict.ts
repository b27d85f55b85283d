import { KubernetesObject } from '../cluster/defineResource';
import { PolicyStatus } from '../cluster/resources/policyStatus';
import { conditionVerdict } from '../conditions/Verdict';
import { GlobalRateLimit } from './GatewayCapabilities';

/** How Envoy Gateway refuses global limits when it has no rate limit service (stack-proof 6). */
const NO_LIMITER = /enable ratelimit/i;

/**
 * What the status of a policy with a global limit tells about the limiter. Whatever else may be wrong with the policy
 * tells nothing.
 */
export function rateLimitVerdict(
  policy: KubernetesObject | undefined,
): GlobalRateLimit {
  const { ancestors = [] } = (policy?.status ?? {}) as PolicyStatus;
  const verdicts = ancestors.map(
    ({ conditions }) =>
      policy && conditionVerdict(policy, conditions, 'Accepted'),
  );
  if (
    verdicts.some(
      verdict =>
        verdict?.status === 'False' && NO_LIMITER.test(verdict.message),
    )
  ) {
    return 'unavailable';
  }
  return verdicts.some(verdict => verdict?.status === 'True')
    ? 'available'
    : 'unknown';
}
