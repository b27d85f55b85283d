import { PrometheusServer } from './PrometheusServer';
import { Scraper, ScraperOptions } from './Scraper';
import { TimeSeriesStore } from './TimeSeriesStore';

/** A Prometheus in this process, as far as the portal asks one: it reads the targets and answers what they had counted. */
export class Prometheus {
  readonly #scraper: Scraper;
  readonly #server: PrometheusServer;

  constructor(options: Omit<ScraperOptions, 'store'>) {
    const store = new TimeSeriesStore();
    this.#scraper = new Scraper({ ...options, store });
    this.#server = new PrometheusServer(store, options.clock);
  }

  /** Starts it (port 0: any free one) and answers its base URL. */
  async start(port: number): Promise<string> {
    await this.#scraper.start();
    return this.#server.start(port);
  }

  close(): Promise<void> {
    this.#scraper.close();
    return this.#server.close();
  }
}
