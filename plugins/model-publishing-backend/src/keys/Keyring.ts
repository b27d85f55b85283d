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
  state: z.enum(['pending', 'active', 'revoked']),
  /** The key that the guide's rotate-key call replaces; one per tenant. */
  primary: z.boolean(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** When an active key stops by itself; the reconciler sees to it. */
  endsAt: z.iso.datetime().optional(),
  revokedAt: z.iso.datetime().optional(),
});
export type KeyRecord = z.infer<typeof keyRecordSchema>;

/** All keys of one publication. */
export const keyringSchema = z.array(keyRecordSchema).max(1000);
export type Keyring = z.infer<typeof keyringSchema>;
