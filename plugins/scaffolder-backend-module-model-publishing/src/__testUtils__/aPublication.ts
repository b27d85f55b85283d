import { ReadPublication } from '@inference-portal/plugin-model-publishing-common';

/** What the portal says of tenant-a's published iris. */
export function aPublication(
  overrides: Partial<ReadPublication> = {},
): ReadPublication {
  return {
    id: '0123456789abcdef0123456789abcdef',
    modelName: 'iris',
    tenantId: 'tenant-a',
    cluster: 'main',
    gateway: 'models',
    modelType: 'traditional',
    publicHostname: 'models.example.org',
    externalPath: '/models/iris',
    rateLimiting: { requestsPerMinute: 100, burstLimit: 10 },
    authentication: {
      requireApiKey: true,
      allowedTenants: ['tenant-a', 'tenant-b'],
    },
    metadata: { stage: 'test' },
    visibility: 'consumers',
    externalUrl: 'https://models.example.org/models/iris',
    access: 'publisher',
    etag: '"1"',
    phase: 'Published',
    conditions: [],
    warnings: [],
    retiringAddresses: [],
    createdAt: '2026-01-01T12:00:00.000Z',
    updatedAt: '2026-01-01T12:00:00.000Z',
    createdBy: 'user:default/ann',
    apiKey: null,
    apiKeyId: 'keyid',
    apiKeyHint: 'mp_keyid…',
    apiKeyReason: 'not-revealed',
    freshness: {
      state: 'live',
      asOf: '2026-01-01T12:00:00.000Z',
      clusters: [],
    },
    ...overrides,
  };
}
