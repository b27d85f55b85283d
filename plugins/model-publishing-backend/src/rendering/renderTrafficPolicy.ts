import {
  BackendTrafficPolicy,
  BackendTrafficPolicySpec,
  RateLimitRule,
} from '../cluster/resources/BackendTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';

/** Inference requests. Metadata requests, and the portal's own probes, use up nothing. */
const INFERENCE = [{ methods: [{ value: 'POST' }] }];

/**
 * Limits of one publication. Unit semantics: Envoy Gateway v1.9, BackendTrafficPolicy.spec.rateLimit; without
 * `rateLimit.type`, so that global and local rules both run. `shared` makes one counter of all listeners, paths and
 * hostnames. The local rules are a spike guard for each replica.
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
      targetRefs: [{ group: HttpRoute.group, kind: HttpRoute.kind, name: metadata.name }],
      // Keeps what the platform has set on the Gateway.
      mergeType: 'StrategicMerge',
      rateLimit: {
        ...(global.length > 0 && { global: { rules: global } }),
        ...(local.length > 0 && { local: { rules: local } }),
      },
    },
  };
}

function globalRules({ publication, gateway }: RenderContext): RateLimitRule[] {
  const { burstLimit, requestsPerMinute, requestsPerHour } = publication.configuration.rateLimiting;
  const rule = (requests: number | undefined, unit: 'Second' | 'Minute' | 'Hour') =>
    requests === undefined
      ? []
      : [{ clientSelectors: INFERENCE, limit: { requests, unit }, shared: true }];
  return gateway.capabilities.globalRateLimit
    ? [
        ...rule(burstLimit, 'Second'),
        ...rule(requestsPerMinute, 'Minute'),
        ...rule(requestsPerHour, 'Hour'),
      ]
    : [];
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
