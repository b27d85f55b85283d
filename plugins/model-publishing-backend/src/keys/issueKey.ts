import {
  apiKeyHint,
  formatApiKey,
  RandomBytes,
} from '@inference-portal/plugin-model-publishing-common';
import { digestOfKey } from './digestOfKey';
import { KeyRecord } from './Keyring';
import { SecretText } from './SecretText';

/** A new key: its record for the keyring, and the key itself. */
export interface IssuedKey {
  record: KeyRecord;
  value: SecretText;
}

/** Makes a new key for a tenant. It counts only once it is in the keyring and the credentials. */
export function issueKey(options: {
  prefix: string;
  tenant: string;
  name?: string;
  expiresAt?: string;
  createdBy: string;
  requestId?: string;
  purpose?: KeyRecord['purpose'];
  random: RandomBytes;
  now: Date;
}): IssuedKey {
  const { id, value } = formatApiKey(options.prefix, options.random);
  return {
    record: {
      id,
      tenant: options.tenant,
      digest: digestOfKey(value),
      hint: apiKeyHint(options.prefix, id),
      name: options.name,
      state: 'pending',
      primary: false,
      expiresAt: options.expiresAt,
      createdAt: options.now.toISOString(),
      createdBy: options.createdBy,
      requestId: options.requestId,
      purpose: options.purpose,
    },
    value: new SecretText(value),
  };
}
