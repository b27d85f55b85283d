import { Labels } from './Labels';

/** A selector of PromQL: which series, and which span of their samples. */
export interface Selector {
  /** A series that satisfies all of them is selected. */
  readonly matchers: ReadonlyArray<(labels: Labels) => boolean>;
  /** In milliseconds; absent: it selects one value of each series, the latest. */
  readonly rangeMs?: number;
}
