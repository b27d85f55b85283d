import { CustomHostname, GatewayConfig } from '../config/ModelPublishingConfig';
import { KeyRecord } from '../keys/Keyring';
import { publicationIdOf } from '../names';
import {
  PublicationState,
  STATE_SCHEMA_VERSION,
} from '../state/PublicationState';
import { Caller, permitsEverything } from '../tenancy/Caller';
import { Principal } from '../tenancy/Principal';

/** A pending key of tenant-a. */
export function aKeyRecord(overrides: Partial<KeyRecord> = {}): KeyRecord {
  return {
    id: 'keyid',
    tenant: 'tenant-a',
    digest: '0'.repeat(64),
    hint: 'mp_keyid…',
    state: 'pending',
    primary: true,
    createdAt: '2026-01-01T12:00:00.000Z',
    createdBy: 'user:default/tenant-a-user',
    ...overrides,
  };
}

/** A caller whom no permission policy holds back. */
export function aCaller(principal: Principal): Caller {
  return {
    principal,
    permits: permitsEverything,
    permitsReveal: permitsEverything,
    permitsUsage: permitsEverything,
    note: () => {},
  };
}

/** The state of tenant-a's published model iris, without keys. */
export function aState(
  overrides: Partial<PublicationState> = {},
): PublicationState {
  const namespace = overrides.tenant ?? 'tenant-a';
  const model = overrides.model ?? 'iris';
  return {
    schemaVersion: STATE_SCHEMA_VERSION,
    id: publicationIdOf({ namespace, kind: 'InferenceService', model }),
    uid: '6c84fb90-12c4-11e1-840d-7b25c5ee775a',
    cluster: 'sandbox',
    tenant: namespace,
    kind: 'InferenceService',
    model,
    gateway: 'models',
    intent: 'serving',
    configuration: {
      modelType: 'traditional',
      publicHostname: 'models.example.org',
      externalPath: `/models/${model}`,
      rateLimiting: { requestsPerMinute: 100, burstLimit: 10 },
      authentication: { requireApiKey: true, allowedTenants: [namespace] },
      metadata: {},
      visibility: 'consumers',
    },
    retiring: [],
    limitPlaces: [],
    keyring: [],
    createdAt: '2026-01-01T12:00:00.000Z',
    createdBy: 'user:default/tenant-a-user',
    updatedAt: '2026-01-01T12:00:00.000Z',
    ...overrides,
  };
}

/** A hostname with a listener of its own, for all tenants, with the platform's certificate. */
export function aCustomHostname(
  overrides: Partial<CustomHostname> = {},
): CustomHostname {
  return {
    hostname: 'models.acme.example',
    tenants: undefined,
    port: 443,
    certificate: { secret: 'acme-tls', issuer: undefined },
    probeUrl: undefined,
    ...overrides,
  };
}

/** The gateway of the sandbox. */
export function aGateway(
  overrides: Partial<GatewayConfig> = {},
): GatewayConfig {
  return {
    name: 'models',
    cluster: 'sandbox',
    namespace: 'model-gateway',
    gateway: 'models',
    listeners: [],
    baseUrl: { scheme: 'http', port: 10080 },
    hostnames: {
      default: 'models.example.org',
      allowed: ['models.example.org'],
      perTenant: {},
      anonymous: [],
      custom: [],
    },
    keyMode: 'gateway',
    capabilities: { globalRateLimit: true, clientIdMetrics: false },
    bufferLimit: '20Mi',
    extensionMessageSize: 4 * 2 ** 20,
    probeUrl: undefined,
    ...overrides,
  };
}
