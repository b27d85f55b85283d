import { UsageCollectionMetrics } from '../usage/UsageCollectionMetrics';
import { CLUSTER } from './attributes';
import { durationHistogram } from './durationHistogram';
import { Instruments } from './Instruments';

/** Measures how usage is collected. */
export function usageCollectionMetrics({
  service,
  clock,
}: Pick<Instruments, 'service' | 'clock'>): UsageCollectionMetrics {
  const duration = durationHistogram(service, {
    name: 'model_publishing.usage.collection.duration.seconds',
    description: 'How long it takes to collect the usage of one cluster',
  });
  const succeededAt = new Map<string, number>();
  service
    .createObservableGauge('model_publishing.usage.collection.lag.seconds', {
      description: 'Time since this replica has last collected usage',
      unit: 's',
    })
    .addCallback(result => {
      const now = clock().getTime();
      for (const [cluster, at] of succeededAt) {
        result.observe((now - at) / 1000, { [CLUSTER]: cluster });
      }
    });
  return {
    collected: ({ cluster, seconds, outcome }) => {
      duration.record(seconds, { [CLUSTER]: cluster, outcome });
      if (outcome === 'success') {
        succeededAt.set(cluster, clock().getTime());
      }
    },
  };
}
