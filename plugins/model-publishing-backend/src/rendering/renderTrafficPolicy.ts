import {
  BackendTrafficPolicy,
  BackendTrafficPolicySpec,
} from '../cluster/resources/BackendTrafficPolicy';
import { publicationMetadata } from './publicationMetadata';
import { rateLimitRules } from './rateLimitRules';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { routeTargets } from './routeTargets';

/**
 * Limits of one publication. Unit semantics: Envoy Gateway v1.9, BackendTrafficPolicy.spec.rateLimit; without
 * `rateLimit.type`, so that global and local rules both run.
 */
export function renderTrafficPolicy(
  context: RenderContext,
): RenderedObject<BackendTrafficPolicySpec> {
  const metadata = publicationMetadata(context, 'traffic-policy');
  const { global, local } = rateLimitRules(
    context.publication,
    context.limitSupport,
  );
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
