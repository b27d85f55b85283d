import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { enforcedLimits, sameSubject } from './enforcedLimits';
import { LimitPlace } from './LimitPlace';

const HOUR_MS = 60 * 60 * 1000;
/** The longest time that requests may be given by configuration. */
const LONGEST_REQUEST_MS = HOUR_MS;
/** Until Envoy knows a change, and for clocks that differ. */
const SLACK_MS = 10 * 60 * 1000;

/**
 * How long after it was freed a place is not given to another limit. An answer is charged where its rule was when the
 * request began; the window that it falls into, an hour at most, has to be over as well.
 */
export const PLACE_REST_MS = LONGEST_REQUEST_MS + HOUR_MS + SLACK_MS;

/**
 * The places of limits after a change. What is wanted keeps its place, and gets it back while nothing else stands there.
 * What is not wanted any more leaves its place empty until its counters are surely of the past. What is new takes such
 * a place, or the end.
 *
 * @param places - all places so far, see `placesOf`
 */
export function assignPlaces(
  places: LimitPlace[],
  configuration: Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>,
  now: Date,
): LimitPlace[] {
  const wanted = enforcedLimits(configuration).map(
    ({ value: _, ...subject }) => subject,
  );
  const kept = places.map(
    ({ freedAt = now.toISOString(), ...subject }): LimitPlace =>
      wanted.some(limit => sameSubject(limit, subject))
        ? subject
        : { ...subject, freedAt },
  );
  const isRested = ({ freedAt }: LimitPlace) =>
    freedAt !== undefined &&
    Date.parse(freedAt) + PLACE_REST_MS <= now.getTime();
  const waiting: LimitPlace[] = wanted.filter(
    limit => !places.some(place => sameSubject(place, limit)),
  );
  const filled = kept.map(place =>
    isRested(place) ? waiting.shift() ?? place : place,
  );
  const all = [...filled, ...waiting];
  const last = all.findLastIndex(place => !isRested(place));
  return all.slice(0, last + 1);
}
