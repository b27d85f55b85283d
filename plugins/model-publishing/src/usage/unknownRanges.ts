import { isUnknown, UsageRow } from './usageTable';

/** Spans that follow each other, by the beginnings of the first and the last one. */
export interface SpanRange {
  first: string;
  last: string;
}

/** All times of which nothing is known. */
export function unknownRanges(rows: UsageRow[]): SpanRange[] {
  const ranges: SpanRange[] = [];
  rows.forEach((row, index) => {
    if (!isUnknown(row)) {
      return;
    }
    const previous = rows[index - 1];
    const open = ranges[ranges.length - 1];
    if (open && previous && open.last === previous.start) {
      open.last = row.start;
    } else {
      ranges.push({ first: row.start, last: row.start });
    }
  });
  return ranges;
}
