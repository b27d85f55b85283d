import { Registry } from 'prom-client';
import { AccessLogMetrics, collectorLabels } from './AccessLogMetrics';
import { AiMetrics } from './AiMetrics';
import { ClusterMetrics } from './ClusterMetrics';
import { FilterMetrics } from './FilterMetrics';
import { MetricsTarget } from './MetricsTarget';
import { ServerMetrics } from './ServerMetrics';
import { tellTarget } from './tellTarget';

/** What is counted where. */
export interface GatewayMetricsOptions {
  /** Unix milliseconds. */
  readonly clock?: () => number;
  /** False: there is no processor of the AI Gateway. */
  readonly aiGateway?: boolean;
}

/**
 * Counts in the series of Envoy, of the AI Gateway (stack-proof 7) and of a collector of access logs. As there, a counter
 * does not exist before its first use.
 */
export class GatewayMetrics {
  readonly #envoy = new Registry();
  readonly #processor = new Registry();
  readonly #collector = new Registry();
  readonly clusters = new ClusterMetrics(this.#envoy);
  readonly filters = new FilterMetrics(this.#envoy);
  readonly ai = new AiMetrics(this.#processor);
  readonly accessLog = new AccessLogMetrics(this.#collector);
  readonly targets: readonly MetricsTarget[];

  constructor({
    clock = Date.now,
    aiGateway = true,
  }: GatewayMetricsOptions = {}) {
    const server = new ServerMetrics(this.#envoy, clock);
    tellTarget(this.#processor, {
      service_name: 'unknown_service:aigw-extproc',
      telemetry_sdk_language: 'go',
      telemetry_sdk_name: 'opentelemetry',
      telemetry_sdk_version: '1.44.0',
    });
    tellTarget(this.#collector, collectorLabels);
    const envoy: MetricsTarget = {
      job: 'envoy',
      instance: '127.0.0.1:19901',
      registry: this.#envoy,
      restart: () => {
        this.#envoy.resetMetrics();
        server.restart();
      },
    };
    const processor: MetricsTarget = {
      job: 'ai-gateway-extproc',
      instance: '127.0.0.1:1064',
      registry: this.#processor,
      restart: () => this.#processor.resetMetrics(),
    };
    const collector: MetricsTarget = {
      job: 'otel-collector',
      instance: '127.0.0.1:9464',
      registry: this.#collector,
      restart: () => this.#collector.resetMetrics(),
    };
    this.targets = [envoy, ...(aiGateway ? [processor] : []), collector];
  }

  /** The counts of some targets in Prometheus's text format, and its content type. */
  async render(
    targets: readonly MetricsTarget[] = this.targets,
  ): Promise<{ contentType: string; text: string }> {
    const texts = targets.map(({ registry }) => registry.metrics());
    const { contentType } = this.#envoy;
    return { contentType, text: (await Promise.all(texts)).join('\n') };
  }
}
