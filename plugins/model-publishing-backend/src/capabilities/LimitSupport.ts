import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { GatewayCapabilities, GlobalRateLimit } from './GatewayCapabilities';

/** What the limits of a publication can be kept with. */
export interface LimitSupport {
  globalRateLimit: GlobalRateLimit;
  /** Whether the platform allows windows that each replica and listener counts for itself. */
  approximate: boolean;
}

/** What is known of a gateway's limits now. */
export function limitSupportOf({
  capabilities,
  config,
}: {
  capabilities: Pick<GatewayCapabilities, 'globalRateLimit'>;
  config: { limits: Pick<ModelPublishingConfig['limits'], 'approximate'> };
}): LimitSupport {
  return {
    globalRateLimit: capabilities.globalRateLimit(),
    approximate: config.limits.approximate,
  };
}

/** The limits that need a counter outside of Envoy to be exact. */
export const WINDOW_LIMITS = ['requestsPerMinute', 'requestsPerHour'] as const;

/**
 * Whether limits per minute and hour are local rules. Local counters are kept for each replica and listener, and begin
 * anew with any change of the listener's routes (stack-proof 6). While nothing is known, local rules are the safe
 * choice: a gateway without the limiter answers 500 on routes with global ones.
 */
export function areWindowsLocal({
  globalRateLimit,
  approximate,
}: LimitSupport): boolean {
  return approximate && globalRateLimit !== 'available';
}

export function isWindowLimit(limit: string): boolean {
  return WINDOW_LIMITS.some(name => name === limit);
}
