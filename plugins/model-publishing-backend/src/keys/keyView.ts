import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import { KeyRecord } from './Keyring';

/** What decides about a key besides its record. */
export interface KeySurroundings {
  allowedTenants: string[];
  /** Ids of the keys that the gateway's credentials hold. */
  present: Pick<Set<string>, 'has'>;
  now: Date;
}

/** When a key stops by itself: at its expiry, or when its grace period is over. */
export function endOf({
  endsAt,
  expiresAt,
}: Pick<KeyRecord, 'endsAt' | 'expiresAt'>): Date | undefined {
  const ends = [endsAt, expiresAt].flatMap(time =>
    time ? [Date.parse(time)] : [],
  );
  return ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
}

/** What a key can do at a moment. */
export function keyStateOf(
  key: KeyRecord,
  { allowedTenants, present, now }: KeySurroundings,
): ApiKey['state'] {
  const end = endOf(key);
  switch (key.state) {
    case 'pending':
      return 'pending';
    case 'revoked':
      return key.revokedBecause === 'expired' ? 'expired' : 'revoked';
    case 'active':
      if (end && end <= now) {
        return 'expired';
      }
      if (!allowedTenants.includes(key.tenant)) {
        return 'suspended';
      }
      return present.has(key.id) ? 'active' : 'lost';
    default:
      throw new Error(`Unexpected key state ${key.state satisfies never}`);
  }
}

/** A key as lists show it. */
export function keyView(key: KeyRecord, surroundings: KeySurroundings): ApiKey {
  return {
    id: key.id,
    hint: key.hint,
    name: key.name ?? null,
    tenantId: key.tenant,
    state: keyStateOf(key, surroundings),
    primary: key.primary,
    createdAt: key.createdAt,
    createdBy: key.createdBy,
    expiresAt: key.expiresAt ?? null,
    endsAt: endOf(key)?.toISOString() ?? null,
    replacedBy: key.replacedBy ?? null,
    revokedAt: key.revokedAt ?? null,
  };
}
