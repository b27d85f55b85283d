/** How far a series has been counted. */
export interface SeriesMark {
  target: string;
  /** Of the publication that it counted for; see `NOBODY` too. */
  uid: string;
  /** At the last scrape that had it. */
  value: number;
  /** Whether the last scrape of its target did not have it. */
  missing: boolean;
  /** Whether it goes on counting when its route goes, and comes again. */
  outlivesRoutes: boolean;
}

/** In the place of a uid: what was counted was nobody's. */
export const NOBODY = '';

/** The last scrape of a target that has been counted. */
export interface TargetMark {
  /** In milliseconds since the epoch. */
  scrapedAt: number;
  /** When its process had started, as far as it is known; in milliseconds since the epoch. */
  startedAt: number | undefined;
}

/** Where counting goes on, by the ids of series and targets. */
export interface Marks {
  series: Map<string, SeriesMark>;
  targets: Map<string, TargetMark>;
}
