/** Where installations of Envoy Gateway keep its own configuration. */
export const envoyGatewayConfig = {
  namespace: 'envoy-gateway-system',
  name: 'envoy-gateway-config',
  key: 'envoy-gateway.yaml',
} as const;

interface ConfigMapLike {
  metadata?: { namespace?: string; name?: string };
  data?: Record<string, string>;
}

/** The configuration of an Envoy Gateway with a rate limit service, or without one. */
export function envoyGatewayConfigText(globalRateLimit: boolean): string {
  return [
    'apiVersion: gateway.envoyproxy.io/v1alpha1',
    'kind: EnvoyGateway',
    'provider: { type: Kubernetes }',
    ...(globalRateLimit
      ? ['rateLimit: { backend: { type: Redis, redis: { url: redis } } }']
      : []),
    '',
  ].join('\n');
}

export function isEnvoyGatewayConfig({ metadata }: ConfigMapLike): boolean {
  const { namespace, name } = envoyGatewayConfig;
  return metadata?.namespace === namespace && metadata.name === name;
}

/** Whether the configuration names a rate limit service. Envoy Gateway obeys changes while it runs (stack-proof 6). */
export function hasRateLimitService(configMaps: readonly object[]): boolean {
  const config = configMaps.find(isEnvoyGatewayConfig) as
    | ConfigMapLike
    | undefined;
  return /^rateLimit:/m.test(config?.data?.[envoyGatewayConfig.key] ?? '');
}
