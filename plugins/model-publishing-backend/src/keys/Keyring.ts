import { z } from 'zod';

/**
 * One key as it is remembered: who it belongs to and a digest, never the key.
 * pending: written here, perhaps not yet at the gateway. active: accepted. revoked: never again accepted.
 */
export const keyRecordSchema = z.strictObject({
  /** 17 base62 characters, unique. */
  id: z.string(),
  tenant: z.string(),
  /** SHA-256 of the whole key, hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  hint: z.string(),
  name: z.string().optional(),
  state: z.enum(['pending', 'active', 'revoked']),
  /** console: the test console's own, see `isConsoleKey`. */
  purpose: z.literal('console').optional(),
  /** The key that the guide's rotate-key call replaces; one per tenant. */
  primary: z.boolean(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** End that was asked for; the reconciler sees to it. */
  expiresAt: z.iso.datetime().optional(),
  /** End of the grace period of a key that was replaced; the reconciler sees to it. */
  endsAt: z.iso.datetime().optional(),
  /** Id of the key that replaces it. */
  replacedBy: z.string().optional(),
  revokedAt: z.iso.datetime().optional(),
  revokedBecause: z.enum(['revoked', 'replaced', 'expired']).optional(),
  /** Of the request that issued it, if that may be repeated. */
  requestId: z.string().optional(),
});
export type KeyRecord = z.infer<typeof keyRecordSchema>;

/** Keys of one publication that are not revoked, without those of the test console. */
export const LIVE_KEYS_MAX = 1000;
/** Revoked keys are remembered for lists, as far as they fit into one object. */
export const REVOKED_KEYS_MAX = 500;

/** Of the test console; twice the tenants that a publication may be open to. */
export const CONSOLE_KEYS_MAX = 200;

/** All keys of one publication. */
export const keyringSchema = z
  .array(keyRecordSchema)
  .max(LIVE_KEYS_MAX + REVOKED_KEYS_MAX + CONSOLE_KEYS_MAX);
export type Keyring = z.infer<typeof keyringSchema>;
