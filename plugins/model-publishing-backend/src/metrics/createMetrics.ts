import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ClusterCallMetrics } from '../cluster/ClusterCallMetrics';
import { ReconcileMetrics } from '../reconcile/ReconcileMetrics';
import { UsageCollectionMetrics } from '../usage/UsageCollectionMetrics';
import { UseCaseMetrics } from '../useCases/UseCaseMetrics';
import { clusterCallMetrics } from './clusterCallMetrics';
import { reconcileMetrics } from './reconcileMetrics';
import { monotonicStopwatch, Stopwatch } from './Stopwatch';
import { usageCollectionMetrics } from './usageCollectionMetrics';
import { useCaseMetrics } from './useCaseMetrics';

/** What this plugin measures of itself. */
export interface PluginMetrics {
  clusterCalls: ClusterCallMetrics;
  reconcile: ReconcileMetrics;
  useCases: UseCaseMetrics;
  usageCollection: UsageCollectionMetrics;
}

export interface MetricsOptions {
  clock: () => Date;
  stopwatch?: Stopwatch;
}

/**
 * Makes all instruments. No label says which publication, key or caller something is about, so the number of series does
 * not grow with any of them. Names end in their unit, because some exporters append it and others do not.
 */
export function createMetrics(
  service: MetricsService,
  { clock, stopwatch = monotonicStopwatch }: MetricsOptions,
): PluginMetrics {
  const instruments = { service, clock, stopwatch };
  return {
    clusterCalls: clusterCallMetrics(instruments),
    reconcile: reconcileMetrics(instruments),
    useCases: useCaseMetrics(instruments),
    usageCollection: usageCollectionMetrics(instruments),
  };
}
