import { acceptedConfigurationSchema } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { keyringSchema } from '../keys/Keyring';

/** The version of the form below; the reader accepts this one and the one before it. */
export const STATE_SCHEMA_VERSION = 1;

/**
 * What is known of one publication, and the only truth about it: kept in a Secret of the gateway's namespace and
 * changed by compare-and-swap. Holds digests of keys, never a key.
 */
export const publicationStateSchema = z.strictObject({
  schemaVersion: z.literal(STATE_SCHEMA_VERSION),
  /** Publication id: 32 hexadecimal characters, see `publicationIdOf`. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** Differs for each time that the model is published. */
  uid: z.uuid(),
  cluster: z.string(),
  /** Tenant id: the namespace of the model. */
  tenant: z.string(),
  kind: z.enum(['InferenceService', 'LLMInferenceService']),
  model: z.string(),
  gateway: z.string(),
  intent: z.enum(['serving', 'deleting']),
  configuration: acceptedConfigurationSchema,
  keyring: keyringSchema,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  updatedAt: z.iso.datetime(),
});
export type PublicationState = z.infer<typeof publicationStateSchema>;
