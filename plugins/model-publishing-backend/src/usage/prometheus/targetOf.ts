import { fingerprintOf } from './fingerprintOf';

/**
 * What metrics say about what they count, or about the process that counts (`target_info`); never about where it was
 * scraped.
 */
const LABELS_OF_METRICS = new Set([
  '__name__',
  'le',
  'quantile',
  'client_id',
  'route_name',
  'response_code',
]);

/**
 * Beginnings of such labels: Envoy's own and those of OpenTelemetry's conventions. `exported_` is what Prometheus makes of
 * a label of the metric that the target has too.
 */
const PREFIXES_OF_METRICS = [
  'envoy_',
  'exported_',
  // Attributes of what is counted.
  'gen_ai_',
  'error_',
  'http_',
  'server_',
  'otel_scope_',
  // Attributes of the process.
  'cloud_',
  'container_',
  'deployment_',
  'host_',
  'k8s_',
  'os_',
  'process_',
  'service_',
  'telemetry_',
];

/**
 * Id of the target that a series was scraped from: of `job`, `instance`, and whatever else Prometheus has added to all of
 * its series (namespace, pod, cluster, replica...). What it adds is the platform's choice, while the labels of the few
 * metrics that are read are known. So these are taken away, by one rule for counters and for the series that tell of
 * scrapes, as the two meet by their ids. A label taken away too much does no harm, because job and instance remain; one
 * too few, and a target's scrapes are not found, so that less is known about when its series began.
 */
export function targetOf(labels: Record<string, string>): string {
  return fingerprintOf(
    Object.fromEntries(
      Object.entries(labels).filter(([label]) => !isOfMetric(label)),
    ),
  );
}

function isOfMetric(label: string): boolean {
  return (
    LABELS_OF_METRICS.has(label) ||
    PREFIXES_OF_METRICS.some(prefix => label.startsWith(prefix))
  );
}
