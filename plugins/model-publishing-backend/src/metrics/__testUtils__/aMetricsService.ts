import {
  MetricAttributes,
  MetricOptions,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';

export interface Measurement {
  value: number;
  attributes: MetricAttributes;
}

/** A metrics service that remembers what it is told; gauges are asked when their measurements are. */
export function aMetricsService() {
  const recorded = new Map<string, Measurement[]>();
  const callbacks = new Map<string, MetricsServiceObservableCallback[]>();
  const options = new Map<string, MetricOptions | undefined>();
  const kinds = new Map<string, 'histogram' | 'counter' | 'gauge'>();
  const record =
    (name: string) => (value: number, attributes?: MetricAttributes) => {
      recorded.get(name)?.push({ value, attributes: attributes ?? {} });
    };
  const begin = (
    kind: 'histogram' | 'counter' | 'gauge',
    name: string,
    given?: MetricOptions,
  ) => {
    kinds.set(name, kind);
    recorded.set(name, []);
    options.set(name, given);
  };
  const service = metricsServiceMock.mock({
    createHistogram: (name, given) => {
      begin('histogram', name, given);
      return { record: record(name) };
    },
    createCounter: (name, given) => {
      begin('counter', name, given);
      return { add: record(name) };
    },
    createObservableGauge: (name, given) => {
      begin('gauge', name, given);
      const added: MetricsServiceObservableCallback[] = [];
      callbacks.set(name, added);
      return {
        addCallback: callback => added.push(callback),
        removeCallback: () => {},
      };
    },
  });
  return {
    service,
    names: () => [...options.keys()],
    kindOf: (name: string) => kinds.get(name),
    optionsOf: (name: string) => options.get(name),
    measurementsOf: (name: string): Measurement[] => {
      const observed: Measurement[] = [];
      const observe = (value: number, attributes: MetricAttributes = {}) =>
        observed.push({ value, attributes });
      callbacks.get(name)?.forEach(callback => callback({ observe }));
      return [...(recorded.get(name) ?? []), ...observed];
    },
  };
}
