import { ScrapedTarget } from '@inference-portal/plugin-model-publishing-node';
import { NOBODY, SeriesMark, TargetMark } from './Marks';

/** Start times are told in whole seconds, and Envoy tells them every 5 s only: they may be 6 s late. */
const START_TOLERANCE_MS = 7_000;

/** How long after its start a process may be scraped for the first time. */
const UNTIL_SCRAPED_MS = 3 * 60_000;

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
  /** What was scraped before was collected; in milliseconds since the epoch. */
  collectedUpTo: number;
  /** What it counts for; `createdAt` in milliseconds since the epoch. */
  publication: { uid: string; createdAt: number };
}

export interface CountedSeries {
  increases: Array<{ at: number; amount: number }>;
  /** undefined: it has gone. */
  mark: SeriesMark | undefined;
}

/**
 * What a counter has counted from scrape to scrape. It has begun anew, at 0, when it is less than before and when its
 * process has started since the scrape before. The counter of a route goes with the route: it has begun anew, too, when it
 * counted for an earlier publication before, and when it was missing in two scrapes in a row (one may be missing where
 * the samples of a scrape arrive one after the other).
 *
 * Of a counter that is seen for the first time nobody knows what it had counted before, or whether that was counted
 * under another name, unless an earlier scrape of the target did not have it, or its process has started since the publication
 * and since the collection before.
 */
export function countSeries(series: SeriesToCount): CountedSeries {
  const { target, scrapes, samples, publication, outlivesRoutes } = series;
  const seen = { target, missing: false, outlivesRoutes };
  const increases: CountedSeries['increases'] = [];
  let { mark } = series;
  let before = series.targetMark;
  for (const scrape of scrapes) {
    const { at } = scrape;
    const value = samples.get(at);
    if (hasRestarted({ before, scrape })) {
      mark = undefined;
    }
    if (value === undefined) {
      mark = missed(mark);
    } else if (at < publication.createdAt) {
      mark = { ...seen, uid: mark?.uid ?? EARLIER, value };
    } else {
      const base = mark
        ? baseOf(mark, value, publication)
        : firstBaseOf(value, { ...series, before, scrape });
      if (value > base) {
        increases.push({ at, amount: value - base });
      }
      mark = { ...seen, uid: publication.uid, value };
    }
    before = { scrapedAt: at, startedAt: scrape.startedAt };
  }
  return { increases, mark };
}

/** What becomes of a mark when a scrape does not have the series. */
function missed(mark: SeriesMark | undefined): SeriesMark | undefined {
  return mark && (mark.outlivesRoutes || !mark.missing)
    ? { ...mark, missing: true }
    : undefined;
}

/** Two scrapes, one after the other. */
interface Passage {
  before: TargetMark | undefined;
  scrape: ScrapedTarget['scrapes'][number];
}

/** What a counter that was not known had begun with. */
function firstBaseOf(
  value: number,
  {
    before,
    scrape: { startedAt = -Infinity },
    publication: { createdAt },
    collectedUpTo,
  }: Passage & Pick<SeriesToCount, 'publication' | 'collectedUpTo'>,
): number {
  const isYoung =
    before !== undefined ||
    startedAt >= Math.max(createdAt, collectedUpTo - UNTIL_SCRAPED_MS);
  return isYoung ? 0 : value;
}

/** What the counter stood at when it was counted last; 0 when it has begun anew since. */
function baseOf(
  mark: SeriesMark,
  value: number,
  { uid }: SeriesToCount['publication'],
): number {
  const countedForAnother =
    !mark.outlivesRoutes &&
    mark.uid !== uid &&
    ![mark.uid, uid].includes(NOBODY);
  return value < mark.value || countedForAnother ? 0 : mark.value;
}

/** By its own account, which moves with the clock, and not before the scrape before. */
function hasRestarted({ before, scrape: { startedAt } }: Passage): boolean {
  return (
    startedAt !== undefined &&
    before?.startedAt !== undefined &&
    startedAt > before.startedAt + START_TOLERANCE_MS &&
    startedAt > before.scrapedAt
  );
}
