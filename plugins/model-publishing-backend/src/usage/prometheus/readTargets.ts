import { ScrapedTarget } from '@inference-portal/plugin-model-publishing-node';
import { PrometheusSeries } from './PrometheusSeries';
import { startsOf } from './startsOf';
import { targetOf } from './targetOf';

type Scrape = ScrapedTarget['scrapes'][number];

const UPTIME = 'envoy_server_uptime';

/**
 * Metrics that their process has from its beginning to its end, so that they have a sample of every scrape: Envoy's, and
 * that of everything that OpenTelemetry measures.
 */
export const SCRAPE_METRICS = [UPTIME, 'target_info'];

/** When targets were scraped, according to the series of those metrics; others are passed over. */
export function readTargets(series: PrometheusSeries[]): ScrapedTarget[] {
  const targets = new Map<string, Map<number, Scrape>>();
  for (const one of series.filter(isOfScrapes)) {
    const id = targetOf(one.labels);
    const scrapes = targets.get(id) ?? new Map<number, Scrape>();
    targets.set(id, scrapes);
    for (const scrape of scrapesIn(one)) {
      // A collector has one `target_info` for each process that it collects from.
      scrapes.set(scrape.at, { ...scrapes.get(scrape.at), ...scrape });
    }
  }
  return [...targets].map(([id, scrapes]) => ({
    id,
    scrapes: [...scrapes.values()].sort((one, other) => one.at - other.at),
  }));
}

function isOfScrapes({ labels: { __name__: name } }: PrometheusSeries) {
  return name !== undefined && SCRAPE_METRICS.includes(name);
}

function scrapesIn({ labels, samples }: PrometheusSeries): Scrape[] {
  return labels.__name__ === UPTIME
    ? startsOf(samples)
    : samples.map(({ at }) => ({ at }));
}
