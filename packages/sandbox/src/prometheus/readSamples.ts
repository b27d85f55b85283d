import { Registry } from 'prom-client';
import { ScrapedSample } from './ScrapedTarget';

/** All that a registry counts; a histogram is a series for each bucket, and its sum and count. */
export async function readSamples(
  registry: Registry,
): Promise<ScrapedSample[]> {
  const metrics = await registry.getMetricsAsJSON();
  return metrics.flatMap(({ name, values }) =>
    values.map(sample => ({
      labels: { ...textsOf(sample.labels), __name__: nameOf(sample) ?? name },
      value: sample.value,
    })),
  );
}

/** Of a part of a histogram; others are named after their metric. */
function nameOf(sample: object): string | undefined {
  return 'metricName' in sample && typeof sample.metricName === 'string'
    ? sample.metricName
    : undefined;
}

function textsOf(labels: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [name, String(value)]),
  );
}
