import { ScrapedTarget } from '@inference-portal/plugin-model-publishing-node';
import { NOBODY, SeriesMark, TargetMark } from './Marks';

/** Start times are told in whole seconds, and Envoy tells them every 5 s only: they may be 6 s late. */
const START_TOLERANCE_MS = 7_000;

/** In the place of a uid: an earlier publication of the same model, which is over. */
const EARLIER = 'earlier';

export interface SeriesToCount {
  target: string;
  /** Scrapes of its target that have not been counted, in order of time. */
  scrapes: ScrapedTarget['scrapes'];
  /** By the time of the scrape. */
  samples: Map<number, number>;
  mark: SeriesMark | undefined;
  targetMark: TargetMark | undefined;
  /** Whether it goes on counting when its route goes, and comes again. */
  outlivesRoutes: boolean;
  /** What it counts for; `createdAt` in milliseconds since the epoch. */
  publication: { uid: string; createdAt: number };
}

export interface CountedSeries {
  increases: Array<{ at: number; amount: number }>;
  /** undefined: it has gone. */
  mark: SeriesMark | undefined;
}

/**
 * What a counter has counted from scrape to scrape. It has begun anew, at 0, when it is less than before, when its process
 * has started since, when it counted for an earlier publication before (whose route has gone, and its counters with it), and when it was missing in two scrapes in a row
 * (one may be missing where the samples of a scrape arrive one after the other).
 *
 * Of a counter that is seen for the first time nobody knows what it had counted before, unless it is younger than its
 * publication: an earlier scrape of the target did not have it, or the process has started after that.
 */
export function countSeries(series: SeriesToCount): CountedSeries {
  const { target, scrapes, samples, publication } = series;
  const increases: CountedSeries['increases'] = [];
  let { mark } = series;
  let before = series.targetMark;
  for (const { at, startedAt } of scrapes) {
    const value = samples.get(at);
    if (value === undefined) {
      mark = missed(mark);
    } else if (at < publication.createdAt) {
      mark = { target, uid: mark?.uid ?? EARLIER, value, missing: false };
    } else {
      const isYoung =
        before !== undefined ||
        (startedAt ?? -Infinity) >= publication.createdAt;
      const firstBase = isYoung ? 0 : value;
      const base = mark
        ? baseOf(mark, value, {
            ...series,
            hasRestarted: hasRestarted(before, startedAt),
          })
        : firstBase;
      if (value > base) {
        increases.push({ at, amount: value - base });
      }
      mark = { target, uid: publication.uid, value, missing: false };
    }
    before = { scrapedAt: at, startedAt };
  }
  return { increases, mark };
}

/** What becomes of a mark when a scrape does not have the series. */
export function missed(mark: SeriesMark | undefined): SeriesMark | undefined {
  return mark && !mark.missing ? { ...mark, missing: true } : undefined;
}

/** What the counter stood at when it was counted last; 0 when it has begun anew since. */
function baseOf(
  mark: SeriesMark,
  value: number,
  {
    hasRestarted: isAnotherProcess,
    outlivesRoutes,
    publication: { uid },
  }: Pick<SeriesToCount, 'outlivesRoutes' | 'publication'> & {
    hasRestarted: boolean;
  },
): number {
  const countedForAnother =
    !outlivesRoutes && mark.uid !== uid && ![mark.uid, uid].includes(NOBODY);
  return value < mark.value || isAnotherProcess || countedForAnother
    ? 0
    : mark.value;
}

function hasRestarted(
  before: TargetMark | undefined,
  startedAt: number | undefined,
): boolean {
  return (
    startedAt !== undefined &&
    before?.startedAt !== undefined &&
    startedAt > before.startedAt + START_TOLERANCE_MS
  );
}
