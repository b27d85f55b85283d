import {
  activityActorSchema,
  activityDetailsSchema,
  activityOutcomeSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** Tables of the migration. */
export const ACTIVITY = 'activity';
export const PHASES = 'activity_phases';

/** PostgreSQL gives large numbers as text. */
const number = z.coerce.number();

export const activityRowSchema = z
  .object({
    id: number,
    at: number,
    action: z.string(),
    actor_kind: activityActorSchema.shape.kind,
    actor: z.string(),
    outcome: activityOutcomeSchema,
    details: z
      .string()
      .transform(text => activityDetailsSchema.parse(JSON.parse(text))),
  })
  .transform(({ actor_kind: kind, actor: name, ...row }) => ({
    ...row,
    actor: { kind, name },
  }));
