import { Registry } from 'prom-client';
import { AiMetrics } from './AiMetrics';
import { ClusterMetrics } from './ClusterMetrics';
import { FilterMetrics } from './FilterMetrics';

/**
 * Counts in the series of Envoy and of the AI Gateway (stack-proof 7). As there, a series does not exist before its
 * first use.
 */
export class GatewayMetrics {
  readonly #registry = new Registry();
  readonly clusters = new ClusterMetrics(this.#registry);
  readonly filters = new FilterMetrics(this.#registry);
  readonly ai = new AiMetrics(this.#registry);

  /** Everything in Prometheus's text format, and its content type. */
  async render(): Promise<{ contentType: string; text: string }> {
    const { contentType } = this.#registry;
    return { contentType, text: await this.#registry.metrics() };
  }
}
