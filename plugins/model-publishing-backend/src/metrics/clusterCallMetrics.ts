import { ClusterCallMetrics } from '../cluster/ClusterCallMetrics';
import { CLUSTER } from './attributes';
import { Instruments } from './Instruments';

/** Counts calls to the Kubernetes API that fail. */
export function clusterCallMetrics({
  service,
}: Pick<Instruments, 'service'>): ClusterCallMetrics {
  const errors = service.createCounter('model_publishing.kubernetes.errors', {
    description: 'Calls to the Kubernetes API that have failed',
  });
  return {
    failed: ({ clusterName, verb }, kind) =>
      errors.add(1, { [CLUSTER]: clusterName, verb, 'error.type': kind }),
  };
}
