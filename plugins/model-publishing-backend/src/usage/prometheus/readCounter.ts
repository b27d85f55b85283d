import {
  CounterSeries,
  UsageMeasure,
} from '@inference-portal/plugin-model-publishing-node';
import { fingerprintOf } from './fingerprintOf';
import { MEASURE_OF_METRIC } from './measureOfMetric';
import { PrometheusSeries } from './PrometheusSeries';
import { routeIn } from './routeIn';
import { targetOf } from './targetOf';

const MEASURES = new Map<string | undefined, UsageMeasure>(
  Object.values(MEASURE_OF_METRIC).flatMap(metrics => Object.entries(metrics)),
);

/** What a series counts; undefined for one that counts no usage. */
export function readCounter({
  labels,
  samples,
}: PrometheusSeries): CounterSeries | undefined {
  const measure = MEASURES.get(labels.__name__);
  return (
    measure && {
      id: fingerprintOf(labels),
      target: targetOf(labels),
      measure,
      ...subjectOf(measure, labels),
      samples,
    }
  );
}

/** What a series says about what it counts. Prometheus takes an empty label and none for the same. */
function subjectOf(
  measure: UsageMeasure,
  labels: Record<string, string>,
): Partial<CounterSeries> {
  switch (measure) {
    case 'requests':
    case 'rate-limited':
      return { route: routeIn(labels.envoy_cluster_name) };
    case 'responses':
      return {
        route: routeIn(labels.envoy_cluster_name),
        status: labels.envoy_response_code,
      };
    case 'tokens':
      return {
        clientId: labels.client_id || undefined,
        modelName: labels.gen_ai_original_model,
        tokenType: labels.gen_ai_token_type,
      };
    case 'calls':
      return {
        route: routeIn(labels.route_name),
        clientId: labels.client_id || undefined,
        status: labels.response_code,
      };
    default:
      return measure satisfies never;
  }
}
