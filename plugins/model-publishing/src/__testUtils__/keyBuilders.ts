import {
  ApiKey,
  IssuedApiKey,
  listKeysOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { aKey, ISSUED_KEY } from './builders';

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
