import { acceptedConfigurationSchema } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { keyringSchema } from '../keys/Keyring';
import { limitPlaceSchema } from '../limits/LimitPlace';

/** A public address. */
const addressSchema = acceptedConfigurationSchema.pick({
  publicHostname: true,
  externalPath: true,
});
export type Address = z.infer<typeof addressSchema>;

/** A former address, which goes on answering until the new one does and a while longer. */
const retiringAddressSchema = addressSchema.extend({
  /** Unset until the new address answers. */
  endsAt: z.iso.datetime().optional(),
});
export type RetiringAddress = z.infer<typeof retiringAddressSchema>;

/** An address whose claim is being taken for a move. It is written first, so that no claim is ever nobody's. */
const reservationSchema = addressSchema.extend({ since: z.iso.datetime() });

/** The version of the form below; the reader accepts this one and the one before it. */
export const STATE_SCHEMA_VERSION = 2;

/** Version 1 is a state without keys of the test console, and else the same; it is written as this one when it changes. */
const schemaVersionSchema = z
  .literal([STATE_SCHEMA_VERSION - 1, STATE_SCHEMA_VERSION])
  .transform(() => STATE_SCHEMA_VERSION);

/**
 * What is known of one publication, and the only truth about it: kept in a Secret of the gateway's namespace and
 * changed by compare-and-swap. Holds digests of keys, never a key.
 */
export const publicationStateSchema = z.strictObject({
  schemaVersion: schemaVersionSchema,
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
  /** moving: there are retiring addresses. */
  intent: z.enum(['serving', 'moving', 'deleting']),
  configuration: acceptedConfigurationSchema,
  reservation: reservationSchema.optional(),
  retiring: z.array(retiringAddressSchema).default([]),
  /** Where the rules of its limits stand; changed together with the configuration only, see `assignPlaces`. */
  limitPlaces: z.array(limitPlaceSchema).default([]),
  keyring: keyringSchema,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  updatedAt: z.iso.datetime(),
  /** Of the request that published it, if that may be repeated. */
  requestId: z.string().optional(),
});
export type PublicationState = z.infer<typeof publicationStateSchema>;
