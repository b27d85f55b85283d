import { UsageCollectionMetrics } from '../usage/UsageCollectionMetrics';
import { CLUSTER } from './attributes';
import { DurationMetric } from './DurationMetric';
import { Instruments } from './Instruments';

/** Measures how usage is collected. */
export function usageCollectionMetrics({
  service,
  stopwatch,
  clock,
}: Instruments): UsageCollectionMetrics {
  const duration = new DurationMetric(
    service,
    {
      name: 'model_publishing.usage.collection.duration.seconds',
      description: 'How long it takes to collect the usage of one cluster',
    },
    stopwatch,
  );
  const countedUpTo = new Map<string, Date>();
  service
    .createObservableGauge('model_publishing.usage.collection.lag.seconds', {
      description: 'Age of the last scrape that is counted',
      unit: 's',
    })
    .addCallback(result => {
      const now = clock().getTime();
      for (const [cluster, asOf] of countedUpTo) {
        result.observe((now - asOf.getTime()) / 1000, { [CLUSTER]: cluster });
      }
    });
  return {
    measure: (cluster, work) => duration.measure({ [CLUSTER]: cluster }, work),
    countedUpTo: (cluster, asOf) => {
      if (asOf) {
        countedUpTo.set(cluster, asOf);
      } else {
        countedUpTo.delete(cluster);
      }
    },
  };
}
