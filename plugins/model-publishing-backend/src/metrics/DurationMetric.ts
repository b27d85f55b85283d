import {
  MetricAttributes,
  MetricsService,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import { errorType } from './errorType';
import { Stopwatch } from './Stopwatch';

/** From what a write in memory takes to what the longest wait of a caller may. */
const BOUNDARIES_SECONDS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
];

/** A histogram of how long something takes, in seconds; what has failed has an `error.type`. */
export class DurationMetric {
  readonly #histogram: MetricsServiceHistogram;
  readonly #stopwatch: Stopwatch;

  constructor(
    service: Pick<MetricsService, 'createHistogram'>,
    { name, description }: { name: string; description: string },
    stopwatch: Stopwatch,
  ) {
    this.#histogram = service.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDARIES_SECONDS },
    });
    this.#stopwatch = stopwatch;
  }

  /** Measures some work; its failure is thrown on. */
  async measure<T>(
    attributes: MetricAttributes,
    work: () => Promise<T>,
  ): Promise<T> {
    const seconds = this.#stopwatch();
    try {
      const result = await work();
      this.#histogram.record(seconds(), attributes);
      return result;
    } catch (error) {
      this.#histogram.record(seconds(), {
        ...attributes,
        'error.type': errorType(error),
      });
      throw error;
    }
  }
}
