import { z } from 'zod';
import { phaseSchema } from '../publications/publication';

/**
 * Who has done something. user: the name is an entity ref. service: it is the subject of a token. system: the portal has
 * done it, or has seen it, by itself.
 */
export const activityActorSchema = z.object({
  kind: z.enum(['user', 'service', 'system']),
  name: z.string(),
});
export type ActivityActor = z.infer<typeof activityActorSchema>;

/** What else there is to say, as far as it is known. Never a secret, and nothing of a request but names. */
export const activityDetailsSchema = z.object({
  keyIds: z.array(z.string()).optional().describe('Keys that it was about'),
  keyTenant: z
    .string()
    .optional()
    .describe('The consumer tenant that the key belongs to'),
  changed: z
    .array(z.string())
    .optional()
    .describe('Parts of the configuration that an update has named'),
  objects: z
    .array(z.string())
    .optional()
    .describe('Kubernetes objects that were put back, as `Kind/name`'),
  phase: phaseSchema.optional().describe('What a publication-phase is now'),
  reason: z
    .string()
    .optional()
    .describe('Of the condition that keeps it from being Published'),
  problem: z.string().optional().describe('Kind of the error of a failure'),
  fields: z
    .array(z.string())
    .optional()
    .describe('Fields of the request that were refused'),
  actingAs: z
    .literal('admin')
    .optional()
    .describe('An administrator has done it for a tenant of others'),
});
export type ActivityDetails = z.infer<typeof activityDetailsSchema>;

export const activityOutcomeSchema = z.enum(['success', 'failure']);
export type ActivityOutcome = z.infer<typeof activityOutcomeSchema>;

/** One thing that has happened to a publication. */
export const activitySchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  action: z
    .string()
    .describe(
      'Id of its audit event, such as publication-update, key-rotate or publication-repair; or publication-phase, when it began to be served or stopped being served',
    ),
  actor: activityActorSchema,
  outcome: activityOutcomeSchema,
  details: activityDetailsSchema,
});
export type Activity = z.infer<typeof activitySchema>;
