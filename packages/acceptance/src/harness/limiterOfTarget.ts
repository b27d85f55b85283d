/** Whether the gateway under test has a rate limit service (docs/testing.md). */
export const hasGlobalRateLimit =
  process.env.GATEWAY_GLOBAL_RATE_LIMIT !== 'false';

/** Without the service, only approximate limits can be published with. */
export const limiterEnv: Record<string, string> = hasGlobalRateLimit
  ? {}
  : { APP_CONFIG_modelPublishing_limits_approximate: 'true' };
