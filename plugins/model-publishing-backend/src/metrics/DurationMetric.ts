import {
  MetricAttributes,
  MetricsService,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import { durationHistogram } from './durationHistogram';
import { errorType } from './errorType';
import { Stopwatch } from './Stopwatch';

/** A histogram of how long something takes, in seconds; what has failed has an `error.type`. */
export class DurationMetric {
  readonly #histogram: MetricsServiceHistogram;
  readonly #stopwatch: Stopwatch;

  constructor(
    service: Pick<MetricsService, 'createHistogram'>,
    metric: { name: string; description: string },
    stopwatch: Stopwatch,
  ) {
    this.#histogram = durationHistogram(service, metric);
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
