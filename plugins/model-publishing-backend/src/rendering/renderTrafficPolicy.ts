import { NotAllowedError } from '@backstage/errors';
import {
  BackendTrafficPolicy,
  BackendTrafficPolicySpec,
  RateLimitRule,
} from '../cluster/resources/BackendTrafficPolicy';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { routeTargets } from './routeTargets';

/** Inference requests. Metadata requests, and the portal's own probes, use up nothing. */
const INFERENCE = [{ methods: [{ value: 'POST' }] }];

/**
 * Limits of one publication. Unit semantics: Envoy Gateway v1.9, BackendTrafficPolicy.spec.rateLimit; without
 * `rateLimit.type`, so that global and local rules both run. `shared` makes one counter of all listeners, paths and
 * hostnames. The local rules are a spike guard for each replica and listener.
 *
 * `tokensPerHour` has no rule: a traditional model reports no tokens.
 *
 * @throws NotAllowedError for a limit that the gateway cannot keep
 */
export function renderTrafficPolicy(
  context: RenderContext,
): RenderedObject<BackendTrafficPolicySpec> {
  const metadata = publicationMetadata(context, 'traffic-policy');
  const global = globalRules(context);
  const local = localRules(context);
  return {
    apiVersion: BackendTrafficPolicy.apiVersion,
    kind: BackendTrafficPolicy.kind,
    metadata,
    spec: {
      targetRefs: routeTargets(context),
      // Keeps what the platform has set on the Gateway.
      mergeType: 'StrategicMerge',
      // Never an empty object: taking the last rule out by server-side apply would leave null, which is invalid.
      ...(global.length + local.length > 0 && {
        rateLimit: {
          ...(global.length > 0 && { global: { rules: global } }),
          ...(local.length > 0 && { local: { rules: local } }),
        },
      }),
    },
  };
}

function globalRules({ publication, gateway }: RenderContext): RateLimitRule[] {
  const { burstLimit, requestsPerMinute, requestsPerHour } =
    publication.configuration.rateLimiting;
  if (!gateway.capabilities.globalRateLimit) {
    if (requestsPerMinute !== undefined || requestsPerHour !== undefined) {
      throw new NotAllowedError(
        `Limits per minute and hour need the capability globalRateLimit, which gateway "${gateway.name}" does not have`,
      );
    }
    return [];
  }
  return [
    ...globalRule(burstLimit, 'Second'),
    ...globalRule(requestsPerMinute, 'Minute'),
    ...globalRule(requestsPerHour, 'Hour'),
  ];
}

function globalRule(
  requests: number | undefined,
  unit: RateLimitRule['limit']['unit'],
): RateLimitRule[] {
  return requests === undefined
    ? []
    : [{ clientSelectors: INFERENCE, limit: { requests, unit }, shared: true }];
}

function localRules({ publication }: RenderContext): RateLimitRule[] {
  const { burstLimit } = publication.configuration.rateLimiting;
  if (burstLimit === undefined) {
    return [];
  }
  const limit = { requests: burstLimit, unit: 'Second' as const };
  // The rule without a selector is only for requests that match no other rule.
  return [{ clientSelectors: INFERENCE, limit }, { limit }];
}
