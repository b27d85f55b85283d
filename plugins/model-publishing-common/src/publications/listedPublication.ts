import { z } from 'zod';
import { limitsSchema } from '../limits/rateLimiting';
import { usageSummarySchema } from '../usage/usageSummary';
import { publicationConditionSchema, publicationSchema } from './publication';

/**
 * A publication as lists show it: what a row needs, so that a page stays small. Everything else is in the publication
 * itself. Holds no key.
 */
export const listedPublicationSchema = publicationSchema
  .pick({
    id: true,
    modelName: true,
    tenantId: true,
    cluster: true,
    gateway: true,
    modelType: true,
    publicHostname: true,
    externalPath: true,
    externalUrl: true,
    openai: true,
    visibility: true,
    access: true,
    phase: true,
    retiringAddresses: true,
    createdAt: true,
    updatedAt: true,
  })
  .extend({
    rateLimiting: limitsSchema.describe('The totals'),
    requireApiKey: z
      .boolean()
      .describe('false: the model is public, everybody can call it'),
    problem: publicationConditionSchema
      .pick({ type: true, status: true, reason: true, message: true })
      .optional()
      .describe('What keeps it from being Published; only for the publisher'),
    usage: usageSummarySchema
      .optional()
      .describe(
        'In lists of published models, where the permission policy lets the caller see usage',
      ),
  });
export type ListedPublication = z.infer<typeof listedPublicationSchema>;
