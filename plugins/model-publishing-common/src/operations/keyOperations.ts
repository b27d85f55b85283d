import { z } from 'zod';
import {
  apiKeySchema,
  issuedKeySchema,
  keyStateSchema,
  revokedKeySchema,
  revokedKeysSchema,
  rotatedKeySchema,
} from '../keys/apiKey';
import { graceSchema } from '../keys/grace';
import { tenantIdSchema } from '../names/modelRef';
import { defineOperation } from './defineOperation';
import {
  flag,
  modelParams,
  PUBLICATION_PATH,
  publicationQuery,
} from './selectors';

const KEYS_PATH = `${PUBLICATION_PATH}/keys`;
const keyIdSchema = z
  .string()
  .regex(/^[0-9A-Za-z]{17}$/, 'must be 17 letters and digits');
const keyParams = modelParams.extend({ keyId: keyIdSchema });
const grace = graceSchema
  .optional()
  .describe(
    'How long the previous key goes on working: "now", "1h", "24h" (the default), "7d", ...',
  );
const consumerTenant = tenantIdSchema
  .optional()
  .describe(
    'The tenant the key belongs to; needed only when the caller owns several of those that may use the model',
  );

export const listKeysOperation = defineOperation({
  operationId: 'listKeys',
  summary: "API keys of a published model: the publisher's view has all",
  method: 'get',
  path: KEYS_PATH,
  params: modelParams,
  query: publicationQuery.extend({
    keyTenant: tenantIdSchema.optional(),
    state: keyStateSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(512).optional(),
  }),
  response: z.object({
    items: z.array(apiKeySchema),
    totalItems: z.number(),
    nextCursor: z.string().optional(),
  }),
});

export const createKeyOperation = defineOperation({
  operationId: 'createKey',
  summary: 'Issue a further API key',
  method: 'post',
  path: KEYS_PATH,
  params: modelParams,
  query: publicationQuery,
  body: z.strictObject({
    tenantId: consumerTenant,
    name: z.string().trim().min(1).max(63).optional(),
    expiresAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When the key stops by itself'),
  }),
  response: issuedKeySchema,
  successStatus: 201,
  idempotent: true,
});

export const revokeKeyOperation = defineOperation({
  operationId: 'revokeKey',
  summary: 'Stop an API key at once',
  method: 'delete',
  path: `${KEYS_PATH}/:keyId`,
  params: keyParams,
  query: publicationQuery,
  response: revokedKeySchema,
  idempotent: true,
});

export const rotateOneKeyOperation = defineOperation({
  operationId: 'rotateOneKey',
  summary: 'Replace an API key',
  method: 'post',
  path: `${KEYS_PATH}/:keyId/rotate`,
  params: keyParams,
  query: publicationQuery,
  body: z.strictObject({ grace }),
  response: rotatedKeySchema,
  idempotent: true,
});

export const rotateKeyOperation = defineOperation({
  operationId: 'rotateKey',
  summary: "Replace the primary API key of the caller's tenant",
  method: 'post',
  path: `${PUBLICATION_PATH}/rotate-key`,
  params: modelParams,
  query: publicationQuery,
  body: z.strictObject({ grace, tenantId: consumerTenant }),
  response: rotatedKeySchema,
  idempotent: true,
});

export const revokeKeysOperation = defineOperation({
  operationId: 'revokeKeys',
  summary: 'Stop several API keys at once, or say which ones that would be',
  method: 'post',
  path: `${KEYS_PATH}/revoke`,
  params: modelParams,
  query: publicationQuery.extend({ dryRun: flag.default(false) }),
  body: z
    .strictObject({
      keyIds: z.array(keyIdSchema).min(1).max(1000).optional(),
      tenantId: tenantIdSchema.optional().describe('All keys of this tenant'),
      createdBefore: z.iso.datetime({ offset: true }).optional(),
      all: z.literal(true).optional().describe('All keys of the publication'),
    })
    .refine(
      ({ all, ...chosen }) => Object.keys(chosen).length > 0 !== (all === true),
      {
        message:
          'must have keyIds, tenantId or createdBefore (together: keys that meet all of them), or all: true alone',
      },
    ),
  response: revokedKeysSchema,
  idempotent: true,
});
