import { Labels, sortedLabels } from './Labels';
import { Selector } from './Selector';
import { Series } from './Series';

/** What one scrape has found of a series. */
export interface ScrapedSample {
  readonly labels: Labels;
  readonly value: number;
}

/** All series of one target. They are read together, so they share the times of their samples. */
export class ScrapedTarget {
  #scrapes: number[] = [];
  readonly #series = new Map<string, Series>();

  /** A series that is not among the samples is stale from now on. */
  record(at: number, samples: readonly ScrapedSample[]): void {
    this.#scrapes.push(at);
    const missing = new Set(this.#series.values());
    for (const { labels, value } of samples) {
      const series = this.#seriesOf(labels);
      series.record(at, value);
      missing.delete(series);
    }
    missing.forEach(series => series.record(at, undefined));
  }

  forgetBefore(at: number): void {
    this.#scrapes = this.#scrapes.filter(scrape => scrape >= at);
    for (const [key, series] of this.#series) {
      if (!series.forgetBefore(at)) {
        this.#series.delete(key);
      }
    }
  }

  select(selector: Selector): Series[] {
    return [...this.#series.values()].filter(({ labels }) =>
      selector.matchers.every(matches => matches(labels)),
    );
  }

  /** Times of scrapes in (after, upTo]. */
  scrapesIn(after: number, upTo: number): number[] {
    return this.#scrapes.filter(at => at > after && at <= upTo);
  }

  /** Time of the last scrape in (after, upTo]. */
  lastScrapeIn(after: number, upTo: number): number | undefined {
    const last = this.#scrapes.findLast(at => at <= upTo);
    return last !== undefined && last > after ? last : undefined;
  }

  #seriesOf(labels: Labels): Series {
    const sorted = sortedLabels(labels);
    const key = JSON.stringify(sorted);
    const series = this.#series.get(key) ?? new Series(sorted);
    this.#series.set(key, series);
    return series;
  }
}
