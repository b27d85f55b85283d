import { CounterSample } from '@inference-portal/plugin-model-publishing-node';

/** One series of Prometheus, as it was scraped. */
export interface PrometheusSeries {
  /** All labels, the metric's name (`__name__`) included. */
  labels: Record<string, string>;
  /** In order of time. None is NaN, as the marker of a series that has ended is. */
  samples: CounterSample[];
}
