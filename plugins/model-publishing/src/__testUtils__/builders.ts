import {
  ApiKey,
  Freshness,
  ListedPublication,
  Model,
  ModelList,
  Publication,
  PublicationCondition,
  Published,
  ReadPublication,
  RotatedKey,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';

/** A condition as it should be. */
export function aCondition(
  overrides: Partial<PublicationCondition> = {},
): PublicationCondition {
  return {
    type: 'RouteAccepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Route is accepted',
    ...overrides,
  };
}

/** A publication of tenant-a's model "iris". */
export function aPublication(
  overrides: Partial<Publication> = {},
): Publication {
  const modelName = overrides.modelName ?? 'iris';
  return {
    id: `id-of-${modelName}`,
    modelName,
    tenantId: 'tenant-a',
    cluster: 'sandbox',
    gateway: 'models',
    modelType: 'traditional',
    publicHostname: 'models.example.org',
    externalPath: `/models/${modelName}`,
    externalUrl: `https://models.example.org/models/${modelName}`,
    rateLimiting: { requestsPerMinute: 100, burstLimit: 10 },
    authentication: { requireApiKey: true, allowedTenants: ['tenant-a'] },
    metadata: {},
    visibility: 'consumers',
    access: 'publisher',
    etag: '"etag-of-configuration"',
    retiringAddresses: [],
    phase: 'Published',
    conditions: [aCondition()],
    warnings: [],
    createdAt: '2026-01-02T03:04:05.000Z',
    updatedAt: '2026-01-02T03:04:05.000Z',
    createdBy: 'user:default/jane',
    ...overrides,
  };
}

/** What makes of it a publication of the OpenAI-compatible model "chat". */
export const CHAT: Partial<Publication> = {
  modelName: 'chat',
  modelType: 'openai',
  externalPath: '/v1/models/team/chat',
  externalUrl: 'https://models.example.org:8443/v1/models/team/chat',
  openai: {
    baseUrl: 'https://models.example.org:8443/v1',
    model: 'team/chat',
  },
  rateLimiting: { tokensPerHour: 1000 },
};

/** What makes of it one that everybody can call. */
export const PUBLIC: Pick<Publication, 'authentication'> = {
  authentication: { requireApiKey: false, allowedTenants: ['tenant-a'] },
};

/** The same publication as a list shows it. */
export function aListedPublication(
  overrides: Partial<Publication> = {},
): ListedPublication {
  const publication = aPublication(overrides);
  const { requireApiKey } = publication.authentication;
  return { ...publication, requireApiKey };
}

/** Said of a list whose cluster answers. */
export function aFreshness(overrides: Partial<Freshness> = {}): Freshness {
  const asOf = '2026-01-02T03:04:05.000Z';
  return {
    state: 'live',
    asOf,
    clusters: [{ name: 'sandbox', state: 'live', asOf }],
    ...overrides,
  };
}

/** What the publisher sees of a publication that is used. */
export function aUsage(overrides: Partial<UsageSummary> = {}): UsageSummary {
  return {
    state: 'current',
    asOf: '2026-01-02T03:04:05.000Z',
    since: '2026-01-01T00:00:00.000Z',
    scope: 'publication',
    totalRequests: 1234,
    requestsToday: 56,
    requestsLimited: 7,
    tokensUsed: null,
    lastAccessTime: '2026-01-02T03:04:00.000Z',
    ...overrides,
  };
}

/** A publication as it is read by itself: with the hint of its key, and without the key. */
export function aPublicationDetail(
  overrides: Partial<ReadPublication> = {},
): ReadPublication {
  return {
    ...aPublication(overrides),
    apiKey: null,
    apiKeyId: 'key1',
    apiKeyHint: 'mp_key1…',
    apiKeyReason: 'not-revealed',
    freshness: aFreshness(),
    ...overrides,
  };
}

/** The secret in the answers below. */
export const ISSUED_KEY = 'mp_key1_secret';

/** The answer to a publish. */
export function aPublished(overrides: Partial<Published> = {}): Published {
  return {
    ...aPublication(overrides),
    apiKey: ISSUED_KEY,
    apiKeyId: 'key1',
    apiKeyHint: 'mp_key1…',
    apiKeyReason: 'issued',
    effective: 'now',
    ...overrides,
  };
}

/** An active key of tenant-a; ids have 17 letters and digits. */
export function aKey(overrides: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'key00000000000001',
    hint: 'mp_key000…',
    name: null,
    tenantId: 'tenant-a',
    state: 'active',
    primary: false,
    createdAt: '2026-01-02T03:04:05.000Z',
    createdBy: 'user:default/jane',
    expiresAt: null,
    endsAt: null,
    replacedBy: null,
    revokedAt: null,
    ...overrides,
  };
}

/** The answer to a rotation. */
export function aRotatedKey(overrides: Partial<RotatedKey> = {}): RotatedKey {
  return {
    modelName: 'iris',
    tenantId: 'tenant-a',
    apiKey: ISSUED_KEY,
    apiKeyId: 'key2',
    apiKeyHint: 'mp_key2…',
    apiKeyReason: 'issued',
    previousKeyId: 'key1',
    previousKeyEndsAt: null,
    key: aKey({ id: 'key2', hint: 'mp_key2…', primary: true }),
    effective: 'now',
    ...overrides,
  };
}

/** tenant-a's model "iris", ready and not published. */
export function aModel(overrides: Partial<Model> = {}): Model {
  return {
    name: 'iris',
    tenantId: 'tenant-a',
    cluster: 'sandbox',
    kind: 'InferenceService',
    modelType: 'traditional',
    modelTypeRule: 'the model format sklearn is not served that way',
    modelFormat: 'sklearn',
    ready: true,
    published: false,
    ...overrides,
  };
}

/** A page with all of these models. */
export function aModelList(...items: Model[]): ModelList {
  return { items, totalItems: items.length, freshness: aFreshness() };
}
