import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';

/**
 * What a key can do. pending: not yet at the gateway. active: accepted. suspended: its tenant is not allowed any more,
 * and it works again if the tenant returns. lost: its value was deleted at the gateway by hand; issue a new one.
 * expired and revoked: never again accepted.
 */
export const keyStateSchema = z.enum([
  'pending',
  'active',
  'suspended',
  'lost',
  'expired',
  'revoked',
]);
export type KeyState = z.infer<typeof keyStateSchema>;

/** A key as lists show it: nothing of its secret. */
export const apiKeySchema = z.object({
  id: z.string().describe('17 base62 characters; public'),
  hint: z.string(),
  name: z.string().nullable(),
  tenantId: tenantIdSchema.describe('The consumer tenant it belongs to'),
  state: keyStateSchema,
  primary: z
    .boolean()
    .describe('Whether rotate-key replaces this one; one key of each tenant'),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  expiresAt: z.iso
    .datetime()
    .nullable()
    .describe('End that was asked for when the key was made'),
  endsAt: z.iso
    .datetime()
    .nullable()
    .describe('When it stops: the end of its grace period, or its expiry'),
  replacedBy: z.string().nullable().describe('Id of the key that replaces it'),
  revokedAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso
    .datetime()
    .nullable()
    .optional()
    .describe(
      'The scrape that has seen it in use last; null when none has, as far back as usage is counted. Only in lists, and absent where it cannot be known',
    ),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** Why an answer holds no key, or which one it holds. public: the model needs none. */
export const apiKeyReasonSchema = z.enum([
  'issued',
  'revealed',
  'already-shown',
  'not-revealed',
  'lost',
  'unavailable',
  'no-key',
  'public',
]);
export type ApiKeyReason = z.infer<typeof apiKeyReasonSchema>;

/** The key part of an answer. `apiKey` is the secret itself and present only where it was just issued or revealed. */
export const keyAnswerSchema = z.object({
  apiKey: z.string().nullable(),
  apiKeyId: z.string().nullable(),
  apiKeyHint: z.string().nullable(),
  apiKeyReason: apiKeyReasonSchema,
  apiKeyAlreadyShown: z
    .boolean()
    .optional()
    .describe('True when a repeated request cannot be given the key again'),
});
export type KeyAnswer = z.infer<typeof keyAnswerSchema>;

/** Whether the gateway was seen to answer as this response says, or is still to take it in. */
export const effectiveSchema = z.enum(['now', 'pending']);
export type Effective = z.infer<typeof effectiveSchema>;

/** Answer to the making of a key. */
export const issuedKeySchema = keyAnswerSchema.extend({
  modelName: z.string(),
  tenantId: tenantIdSchema.describe('The tenant of the publication'),
  key: apiKeySchema,
  effective: effectiveSchema,
});
export type IssuedApiKey = z.infer<typeof issuedKeySchema>;

/** Answer to a rotation. */
export const rotatedKeySchema = issuedKeySchema.extend({
  previousKeyId: z.string().nullable(),
  previousKeyEndsAt: z.iso
    .datetime()
    .nullable()
    .describe('Until when the previous key works; null: it has stopped'),
});
export type RotatedKey = z.infer<typeof rotatedKeySchema>;

/** Answer to the revocation of one key. */
export const revokedKeySchema = z.object({
  key: apiKeySchema,
  effective: effectiveSchema,
});
export type RevokedKey = z.infer<typeof revokedKeySchema>;

/** Answer to the revocation of several keys, or what it would revoke. */
export const revokedKeysSchema = z.object({
  dryRun: z.boolean(),
  keys: z.array(apiKeySchema),
  effective: effectiveSchema,
});
export type RevokedKeys = z.infer<typeof revokedKeysSchema>;
