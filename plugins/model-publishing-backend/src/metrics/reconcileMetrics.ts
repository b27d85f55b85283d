import { ReconcileMetrics } from '../reconcile/ReconcileMetrics';
import { QueueCounts } from '../reconcile/ReconcileQueue';
import { DurationMetric } from './DurationMetric';
import { Instruments } from './Instruments';

/** Measures how gateways are kept in order. */
export function reconcileMetrics({
  service,
  stopwatch,
}: Instruments): ReconcileMetrics {
  const duration = new DurationMetric(
    service,
    {
      name: 'model_publishing.reconcile.duration.seconds',
      description:
        'How long it takes to bring one publication or guard in order',
    },
    stopwatch,
  );
  const queues = new Map<string, { counts(): QueueCounts }>();
  service
    .createObservableGauge('model_publishing.reconcile.queue.depth', {
      description: 'Publications and guards that are to be brought in order',
    })
    .addCallback(result => {
      for (const [gateway, queue] of queues) {
        for (const [state, count] of Object.entries(queue.counts())) {
          result.observe(count, { gateway, state });
        }
      }
    });
  return {
    measure: (run, work) => duration.measure({ ...run }, work),
    watchQueue: (gateway, queue) => queues.set(gateway, queue),
  };
}
