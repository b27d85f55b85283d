import { JsonObject } from '@backstage/types';
import {
  ActivityDetails,
  activityDetailsSchema,
  publicationAccessSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { NewActivity } from '../activity/ActivityJournal';
import { Principal } from '../tenancy/Principal';

export interface AuditedCall {
  eventId: string;
  principal: Principal;
  /** What the audit log says of the call. */
  meta: JsonObject;
  /** Why it has failed. */
  error?: unknown;
}

/** Use of a publication, which changes nothing: it would bury what does. */
const USE = new Set(['test-request']);

/** What of an audit event matters to the publication that it was about. */
const metaSchema = z.object({
  publicationUid: z.string(),
  access: publicationAccessSchema,
  dryRun: z.boolean().default(false),
  repeated: z.boolean().default(false),
  keyId: z.string().nullish(),
  keyIds: z.array(z.string()).optional(),
  ...activityDetailsSchema.pick({
    keyTenant: true,
    changed: true,
    actingAs: true,
  }).shape,
});

/** Whether a call only asks what would be. */
export function isDryRun(query: unknown): boolean {
  return z.object({ dryRun: z.literal(true) }).safeParse(query).success;
}

/** An error that names fields of the request. */
const refusalSchema = z.object({
  details: z.array(z.object({ field: z.string() })),
});

/**
 * The activity that an audited call is to its publication. There is none when the call was about no publication or only
 * used it, when it was a dry run or only repeated, and when it has failed for somebody who is not the publisher: who merely sees a
 * publication must not fill its history.
 */
export function activityOf({
  eventId,
  principal: { kind, name },
  meta,
  error,
}: AuditedCall): NewActivity | undefined {
  const parsed = metaSchema.safeParse(meta);
  if (!parsed.success || USE.has(eventId)) {
    return undefined;
  }
  const { publicationUid, access, dryRun, repeated, ...said } = parsed.data;
  const hasFailed = error !== undefined;
  if (dryRun || repeated || (hasFailed && access !== 'publisher')) {
    return undefined;
  }
  const { keyId, keyIds = keyId ? [keyId] : undefined, ...details } = said;
  return {
    uid: publicationUid,
    action: eventId,
    actor: { kind, name },
    outcome: hasFailed ? 'failure' : 'success',
    details: {
      ...details,
      ...(keyIds && { keyIds }),
      ...(hasFailed && failureOf(error)),
    },
  };
}

/** Messages may repeat what was sent, so that they are for the caller alone. */
function failureOf(error: unknown): ActivityDetails {
  const { data: refused } = refusalSchema.safeParse(error);
  return {
    problem: error instanceof Error ? error.name : 'Error',
    ...(refused && { fields: refused.details.map(({ field }) => field) }),
  };
}
