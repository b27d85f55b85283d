import {
  GatewayCondition,
  GatewayHostname,
  ListedGateway,
} from '@inference-portal/plugin-model-publishing-common';

const asOf = '2026-01-02T03:04:05.000Z';

/** A condition of a gateway as it should be. */
export function aGatewayCondition(
  overrides: Partial<GatewayCondition> = {},
): GatewayCondition {
  return {
    type: 'GuardInForce',
    status: 'True',
    reason: 'InForce',
    message: 'Whatever is not published is refused',
    ...overrides,
  };
}

/** The usual hostname of the platform. */
export function aGatewayHostname(
  overrides: Partial<GatewayHostname> = {},
): GatewayHostname {
  return {
    hostname: 'models.example.org',
    scheme: 'https',
    port: 443,
    isDefault: false,
    openaiWithoutKeys: false,
    tenants: null,
    custom: null,
    ...overrides,
  };
}

/** A healthy gateway on which one model is published. */
export function aListedGateway(
  overrides: Partial<ListedGateway> = {},
): ListedGateway {
  return {
    name: 'models',
    cluster: 'sandbox',
    namespace: 'model-gateway',
    gateway: 'models',
    isDefault: true,
    keyMode: 'gateway',
    health: 'True',
    conditions: [aGatewayCondition()],
    capabilities: {
      globalRateLimit: 'available',
      isDetected: true,
      limits: {
        requestsPerMinute: 'exact',
        requestsPerHour: 'exact',
        tokensPerHour: 'exact',
        burstLimit: 'exact',
      },
      clientIdMetrics: false,
      aiGateway: 'available',
      openai: true,
      bufferLimit: '20Mi',
    },
    listeners: [
      {
        name: 'http',
        hostname: null,
        port: 80,
        protocol: 'HTTP',
        owner: 'platform',
        finding: { status: 'True', reason: 'Accepted', message: 'Accepted' },
      },
    ],
    hostnames: [aGatewayHostname({ isDefault: true })],
    publications: { total: 1, byPhase: { Published: 1 }, openai: 0 },
    message: { size: 2 ** 19, most: 4 * 2 ** 20 },
    usage: { state: 'current', asOf },
    freshness: { name: 'sandbox', state: 'live', asOf },
    ...overrides,
  };
}
