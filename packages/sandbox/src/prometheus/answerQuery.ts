import { InputError } from '@backstage/errors';
import { QueryParameters } from './QueryParameters';
import { Sample, SelectedSeries, TimeSeriesStore } from './TimeSeriesStore';

/** More steps than this are refused, as by Prometheus. */
const mostSteps = 11_000;

/** A query's answer in Prometheus' JSON. */
export interface QueryData {
  readonly resultType: 'vector' | 'matrix';
  readonly result: readonly object[];
}

/** `/api/v1/query`: of each series its latest value or, with a range, the raw samples of the range. */
export function answerQuery(
  store: TimeSeriesStore,
  parameters: QueryParameters,
  now: number,
): QueryData {
  const time = parameters.timeOr('time', now);
  const selector = parameters.selector();
  if (selector.rangeMs !== undefined) {
    return matrix(store.samplesIn(selector, time - selector.rangeMs, time));
  }
  return {
    resultType: 'vector',
    result: store
      .valuesAt(selector, [time])
      .flatMap(({ labels, samples }) =>
        samples.map(sample => ({ metric: labels, value: pairOf(sample) })),
      ),
  };
}

/** `/api/v1/query_range`: what instant queries would find at each step from `start` to `end`. */
export function answerRangeQuery(
  store: TimeSeriesStore,
  parameters: QueryParameters,
): QueryData {
  const start = parameters.time('start');
  const end = parameters.time('end');
  if (end < start) {
    throw new InputError(
      'invalid parameter "end": end timestamp must not be before start time',
    );
  }
  const step = parameters.step();
  const steps = Math.floor((end - start) / step);
  if (steps > mostSteps) {
    throw new InputError(
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  const selector = parameters.selector();
  if (selector.rangeMs !== undefined) {
    throw new InputError(
      'invalid expression type "range vector" for range query, must be Scalar or instant Vector',
    );
  }
  const times = Array.from(
    { length: steps + 1 },
    (_, index) => start + index * step,
  );
  return matrix(store.valuesAt(selector, times));
}

function matrix(series: readonly SelectedSeries[]): QueryData {
  return {
    resultType: 'matrix',
    result: series.map(({ labels, samples }) => ({
      metric: labels,
      values: samples.map(pairOf),
    })),
  };
}

/** Seconds and the value as text, which keeps what JSON's numbers cannot say. */
function pairOf({ at, value }: Sample): [number, string] {
  return [at / 1000, String(value)];
}
