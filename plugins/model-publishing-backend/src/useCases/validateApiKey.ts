import {
  KeyValidation,
  parseApiKey,
} from '@inference-portal/plugin-model-publishing-common';
import { timingSafeEqual } from 'node:crypto';
import { CredentialsStore } from '../keys/CredentialsStore';
import { digestOfKey } from '../keys/digestOfKey';
import { IndexedKey, KeyIndex } from '../keys/KeyIndex';
import { endOf, keyStateOf } from '../keys/keyView';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { StateStore } from '../state/StateStore';

/** Tells whether an API key works. */
export type KeyValidator = (apiKey: string) => Promise<KeyValidation>;

export interface KeyValidatorOptions {
  gateways: Array<
    Pick<GatewayRuntime, 'requireSynced'> & {
      states: Pick<StateStore, 'list' | 'onChange'>;
      credentials: Pick<CredentialsStore, 'holds'>;
    }
  >;
  clock: () => Date;
}

/** What a key is compared with that is nobody's. */
const NO_DIGEST = '0'.repeat(64);

const INVALID: KeyValidation = {
  valid: false,
  keyId: null,
  modelName: null,
  tenantId: null,
  expiresAt: null,
  state: null,
};

/**
 * Validates keys from memory. A wrong secret takes the same steps and gets the same answer as an id that nobody has, so
 * that nobody can find out ids.
 *
 * The validator throws ServiceUnavailableError for unknown keys as long as a cluster has not been read once.
 */
export function createKeyValidator({
  gateways,
  clock,
}: KeyValidatorOptions): KeyValidator {
  const indexes = gateways.map(({ states, credentials }) => ({
    index: new KeyIndex(states),
    credentials,
  }));
  const find = (keyId: string) =>
    indexes
      .map(({ index, credentials }) => {
        const found = index.find(keyId);
        return found && { ...found, credentials };
      })
      .find(found => found);
  return async apiKey => {
    const parsed = parseApiKey(apiKey);
    if (!parsed) {
      return INVALID;
    }
    const found = find(parsed.id);
    const isIssued = sameDigest(
      digestOfKey(apiKey),
      found?.key.digest ?? NO_DIGEST,
    );
    if (!found || !isIssued) {
      gateways.forEach(gateway => gateway.requireSynced());
      return INVALID;
    }
    return answerOn(found, clock());
  };
}

function answerOn(
  {
    key,
    publication,
    credentials,
  }: IndexedKey & { credentials: Pick<CredentialsStore, 'holds'> },
  now: Date,
): KeyValidation {
  const { allowedTenants } = publication.configuration.authentication;
  const state =
    publication.intent === 'deleting'
      ? 'revoked'
      : keyStateOf(key, {
          allowedTenants,
          present: { has: () => credentials.holds(publication, key) },
          now,
        });
  if (state === 'pending') {
    return INVALID;
  }
  return {
    valid: state === 'active',
    keyId: key.id,
    modelName: publication.model,
    tenantId: key.tenant,
    expiresAt: endOf(key)?.toISOString() ?? null,
    state,
  };
}

/** Takes as long wherever the first difference is. */
function sameDigest(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
