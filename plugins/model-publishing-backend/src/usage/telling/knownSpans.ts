import { lengthOf } from '../spans';
import { UsageRange } from './usageRangeOf';

/**
 * Beginnings of the spans of which it is known what was used: those that have begun before the last scrape and ended
 * after counting began, and are kept as a whole.
 */
export function knownSpans(
  { from, to, step }: UsageRange,
  known: { since: Date; asOf: Date; keptSince: Date },
): Date[] {
  const length = lengthOf(step);
  const spans: Date[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += length) {
    const isCounted =
      start + length > known.since.getTime() && start < known.asOf.getTime();
    if (isCounted && start >= known.keptSince.getTime()) {
      spans.push(new Date(start));
    }
  }
  return spans;
}
