import { Labels } from './Labels';
import { ScrapedSample, ScrapedTarget } from './ScrapedTarget';
import { Selector } from './Selector';

/** A value at a time in Unix milliseconds. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

export interface SelectedSeries {
  readonly labels: Labels;
  /** At least one, in order of time. */
  readonly samples: readonly Sample[];
}

/** How long samples are kept, in milliseconds. */
const retentionMs = 2 * 3_600_000;

/** How far an instant query looks back for the last scrape, in milliseconds: Prometheus' default. */
const lookbackMs = 5 * 60_000;

/** The samples of some targets, in memory, with Prometheus' rules of what is stale. Times are in Unix milliseconds. */
export class TimeSeriesStore {
  readonly #targets = new Map<string, ScrapedTarget>();

  /** What a scrape has found, later than all before of the same target. */
  record(
    { job, instance }: { readonly job: string; readonly instance: string },
    at: number,
    samples: readonly ScrapedSample[],
  ): void {
    const target = this.#targets.get(instance) ?? new ScrapedTarget();
    this.#targets.set(instance, target);
    target.record(
      at,
      samples.map(({ labels, value }) => ({
        labels: { ...withoutClash(labels), job, instance },
        value,
      })),
    );
    target.forgetBefore(at - retentionMs);
  }

  /** Raw samples in (after, upTo]. */
  samplesIn(selector: Selector, after: number, upTo: number): SelectedSeries[] {
    return [...this.#targets.values()].flatMap(target => {
      const times = target.scrapesIn(after, upTo);
      return select(target, selector, { times, scrapes: times });
    });
  }

  /** What instant queries at these times find; they must rise. */
  valuesAt(selector: Selector, times: readonly number[]): SelectedSeries[] {
    return [...this.#targets.values()].flatMap(target => {
      const looks = times.flatMap(at => {
        const scrape = target.lastScrapeIn(at - lookbackMs, at);
        return scrape === undefined ? [] : [{ at, scrape }];
      });
      return select(target, selector, {
        times: looks.map(({ at }) => at),
        scrapes: looks.map(({ scrape }) => scrape),
      });
    });
  }
}

/** A target's own `job` and `instance` give way to those by which it is scraped. */
function withoutClash({ job = '', instance = '', ...others }: Labels): Labels {
  return { ...others, exported_job: job, exported_instance: instance };
}

/** @param looks - which scrapes are looked at, and as of when what they have found is answered */
function select(
  target: ScrapedTarget,
  selector: Selector,
  looks: {
    readonly times: readonly number[];
    readonly scrapes: readonly number[];
  },
): SelectedSeries[] {
  return target.select(selector).flatMap(series => {
    const values = series.valuesAt(looks.scrapes);
    const samples = looks.times.flatMap((at, index) => {
      const value = values[index];
      return value === undefined ? [] : [{ at, value }];
    });
    return samples.length > 0 ? [{ labels: series.labels, samples }] : [];
  });
}
