import {
  AcceptedConfiguration,
  LIMIT_NAMES,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { enforcedLimits, sameSubject } from './enforcedLimits';

/**
 * What stands at one place of the list of global rules. The rate limiter names the counter of a rule by its place (seen
 * in Redis: `<policy>/rule/<place>`), so a rule that moves leaves its counter to whatever comes after it.
 */
export const limitPlaceSchema = z.strictObject({
  limit: z.enum(LIMIT_NAMES),
  /** Unset: the publication's total. */
  tenant: tenantIdSchema.optional(),
  /** Since when the limit is not wanted any more. Its counter may be in use for a while longer. */
  freedAt: z.iso.datetime().optional(),
});
export type LimitPlace = z.infer<typeof limitPlaceSchema>;

/**
 * The places of a publication's limits. Those that the state does not name come last, in the order of `enforcedLimits`:
 * that is where all of them stand in states that were written before there were places.
 */
export function placesOf({
  limitPlaces,
  configuration,
}: {
  limitPlaces: LimitPlace[];
  configuration: Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>;
}): LimitPlace[] {
  const others = enforcedLimits(configuration)
    .filter(limit => !limitPlaces.some(place => sameSubject(place, limit)))
    .map(({ value: _, ...subject }) => subject);
  return [...limitPlaces, ...others];
}
