import { Gauge, Registry } from 'prom-client';

/**
 * Puts OpenTelemetry's series about the process itself among its counts. It is there from the start, so it shows when the
 * process was scraped.
 */
export function tellTarget(
  registry: Registry,
  labels: Readonly<Record<string, string>>,
): void {
  const info = new Gauge({
    name: 'target_info',
    help: 'Target metadata',
    labelNames: Object.keys(labels),
    registers: [],
    collect() {
      this.set(labels, 1);
    },
  });
  registry.registerMetric(info);
}
