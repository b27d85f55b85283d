import { LabelMatcher, oneOf, selectorOf } from './labelMatcher';
import { MEASURE_OF_METRIC } from './measureOfMetric';
import { SCRAPE_METRICS } from './readTargets';

/**
 * Selectors of everything that usage is counted from. Their number does not depend on what is published. Envoy has
 * further clusters, and each with many series, so its routes are named; what tokens and calls belong to is for the reader
 * to say.
 *
 * @param namespaces - of routes
 * @param labels - that each series must have besides
 */
export function usageSelectors(
  namespaces: string[],
  labels: Record<string, string>,
): string[] {
  const given = Object.entries(labels).map(
    ([label, value]): LabelMatcher => ({ label, operator: '=', value }),
  );
  const select = (metrics: string[], further: LabelMatcher[] = []) =>
    selectorOf([
      { label: '__name__', operator: '=~', value: oneOf(metrics) },
      ...further,
      ...given,
    ]);
  return [
    select(Object.keys(MEASURE_OF_METRIC.envoy), [
      {
        label: 'envoy_cluster_name',
        operator: '=~',
        value: `httproute/${oneOf(namespaces)}/published-model-.+/rule/[0-9]+`,
      },
    ]),
    select(Object.keys(MEASURE_OF_METRIC.processor)),
    select(Object.keys(MEASURE_OF_METRIC.accessLog)),
    select(SCRAPE_METRICS),
  ];
}
