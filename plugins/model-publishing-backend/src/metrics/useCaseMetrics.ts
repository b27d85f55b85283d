import { CountedPublications } from '../listings/PublicationCounts';
import { UseCaseMetrics } from '../useCases/UseCaseMetrics';
import { CLUSTER } from './attributes';
import { DurationMetric } from './DurationMetric';
import { Instruments } from './Instruments';

/** Measures what callers ask for. */
export function useCaseMetrics({
  service,
  stopwatch,
}: Instruments): UseCaseMetrics {
  const duration = new DurationMetric(
    service,
    {
      name: 'model_publishing.operation.duration.seconds',
      description: 'How long calls take that change something',
    },
    stopwatch,
  );
  const validations = service.createCounter(
    'model_publishing.key.validations',
    { description: 'API keys that were to be validated' },
  );
  const indexes: Array<{ counts(): CountedPublications[] }> = [];
  service
    .createObservableGauge('model_publishing.publications', {
      description: 'Published models',
    })
    .addCallback(result => {
      for (const {
        cluster,
        gateway,
        modelType,
        phase,
        count,
      } of indexes.flatMap(index => index.counts())) {
        result.observe(count, {
          [CLUSTER]: cluster,
          gateway,
          model_type: modelType,
          phase,
        });
      }
    });
  return {
    measure: (operation, work) => duration.measure({ operation }, work),
    validated: outcome => validations.add(1, { outcome }),
    watchPublications: index => indexes.push(index),
  };
}
