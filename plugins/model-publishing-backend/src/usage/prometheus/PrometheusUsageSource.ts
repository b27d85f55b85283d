import {
  UsageReading,
  UsageReadingRequest,
  UsageSource,
} from '@inference-portal/plugin-model-publishing-node';
import { NotFoundError } from '@backstage/errors';
import { PrometheusSettings } from '../../config/prometheusSchema';
import { PrometheusClient } from './PrometheusClient';
import { readCounter } from './readCounter';
import { readTargets } from './readTargets';
import { usageSelectors } from './usageSelectors';

interface Place {
  client: PrometheusClient;
  /** Labels that only this cluster's series have. */
  labels: Record<string, string>;
}

/**
 * Reads the counters of gateways in Prometheus, or in what answers as it does, such as Thanos or Mimir. What
 * several replicas of a Prometheus have scraped is told apart by their label and would be counted several times: whoever
 * runs them has them deduplicated there, or names one in `selectors`.
 */
export class PrometheusUsageSource implements UsageSource {
  readonly #places: Map<string, Place>;

  /** @param settings - by cluster */
  constructor(settings: Map<string, PrometheusSettings>) {
    this.#places = new Map(
      [...settings].map(([cluster, one]) => [
        cluster,
        {
          client: new PrometheusClient(cluster, one),
          labels: one.selectors,
        },
      ]),
    );
  }

  has(cluster: string): boolean {
    return this.#places.has(cluster);
  }

  async read(request: UsageReadingRequest): Promise<UsageReading> {
    const { cluster, namespaces, after, upTo, signal } = request;
    const place = this.#places.get(cluster);
    if (!place) {
      throw new NotFoundError(
        `Cluster "${cluster}" has no modelPublishing.clusters.${cluster}.prometheus`,
      );
    }
    const { client, labels } = place;
    const answers = await Promise.all(
      usageSelectors(namespaces, labels).map(selector =>
        client.samplesOf({ selector, after, upTo, signal }),
      ),
    );
    const series = answers.flat().filter(({ samples }) => samples.length > 0);
    return {
      targets: readTargets(series),
      series: series.flatMap(one => readCounter(one) ?? []),
    };
  }
}
