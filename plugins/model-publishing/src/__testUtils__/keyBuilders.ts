import {
  ApiKey,
  IssuedApiKey,
  listKeysOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { ISSUED_KEY } from './builders';

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

/** A page with all of these keys. */
export function aKeyList(
  ...items: ApiKey[]
): z.output<typeof listKeysOperation.response> {
  return { items, totalItems: items.length };
}

/** The answer to the making of a key. */
export function anIssuedKey(
  overrides: Partial<IssuedApiKey> = {},
): IssuedApiKey {
  const key = overrides.key ?? aKey();
  return {
    modelName: 'iris',
    tenantId: 'tenant-a',
    apiKey: ISSUED_KEY,
    apiKeyId: key.id,
    apiKeyHint: key.hint,
    apiKeyReason: 'issued',
    key,
    effective: 'now',
    ...overrides,
  };
}
