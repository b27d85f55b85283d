import { MetricsTarget } from '../metrics/MetricsTarget';
import { readSamples } from './readSamples';
import { TimeSeriesStore } from './TimeSeriesStore';

export interface ScraperOptions {
  readonly targets: readonly MetricsTarget[];
  readonly store: TimeSeriesStore;
  /** Between two scrapes of one target. */
  readonly intervalMs: number;
  /** Unix milliseconds. */
  readonly clock: () => number;
}

/** Reads the targets at regular times, as Prometheus does: each at times of its own. */
export class Scraper {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ScraperOptions) {}

  /** Returns when each target has been read once. */
  async start(): Promise<void> {
    const { targets, intervalMs } = this.options;
    await Promise.all(targets.map(target => this.scrape(target)));
    let turn = 0;
    this.#timer = setInterval(() => {
      const target = targets[turn % targets.length];
      turn += 1;
      void (target && this.scrape(target));
    }, intervalMs / targets.length);
  }

  /** All series of one scrape have the time of its beginning. */
  async scrape(target: MetricsTarget): Promise<void> {
    const at = this.options.clock();
    const samples = await readSamples(target.registry);
    const up = { labels: { __name__: 'up' }, value: 1 };
    this.options.store.record(target, at, [...samples, up]);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
