import { z } from 'zod';
import { keyStateSchema } from '../keys/apiKey';
import { tenantIdSchema } from '../names/modelRef';
import { defineOperation } from './defineOperation';

/**
 * What can be said of a key to whoever holds it. Of a key that was never issued, or whose secret is another, nothing is
 * said but that it is not valid.
 */
export const keyValidationSchema = z.object({
  valid: z.boolean().describe('Whether the key works at this moment'),
  keyId: z.string().nullable(),
  modelName: z.string().nullable(),
  tenantId: tenantIdSchema
    .nullable()
    .describe('The consumer tenant it belongs to'),
  expiresAt: z.iso
    .datetime()
    .nullable()
    .describe('When it stops, or has stopped, by itself'),
  state: keyStateSchema.nullable(),
});
export type KeyValidation = z.infer<typeof keyValidationSchema>;

export const validateApiKeyOperation = defineOperation({
  operationId: 'validateApiKey',
  summary: 'Whether an API key works at this moment',
  method: 'post',
  path: '/validate-api-key',
  body: z.strictObject({ apiKey: z.string() }),
  response: keyValidationSchema,
  open: true,
});
