import { ServiceUnavailableError } from '@backstage/errors';
import {
  CounterSeries,
  UsageReading,
  UsageReadingRequest,
  UsageSource,
} from '@inference-portal/plugin-model-publishing-node';

type Counted = Omit<CounterSeries, 'id' | 'target' | 'samples'>;
type Counter = Counted & { target: string };

/** Envoys that count, and a Prometheus that scrapes them when it is told to. */
export class FakePrometheus implements UsageSource {
  readonly #kept: UsageReading = { targets: [], series: [] };
  readonly #counters = new Map<string, Counter & { value: number }>();
  readonly #startedAt = new Map<string, number>();
  readonly #clock: () => number;
  /** What was asked, in order. */
  readonly readings: UsageReadingRequest[] = [];
  isAway = false;
  /** How long samples take from the scrape until they are found, in milliseconds. */
  lagMs = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** An Envoy starts, or starts again: its counters are gone. */
  start(target: string): void {
    this.#startedAt.set(target, this.#clock());
    this.forget(counter => counter.target === target);
  }

  /** An Envoy goes for good. */
  stop(target: string): void {
    this.#startedAt.delete(target);
    this.forget(counter => counter.target === target);
  }

  /** An Envoy goes on under another name. */
  rename(target: string, name: string): void {
    this.#startedAt.set(name, this.#startedAt.get(target) ?? this.#clock());
    for (const { target: counted, value, ...what } of this.#counters.values()) {
      if (counted === target) {
        this.count(what, value, name);
      }
    }
    this.stop(target);
  }

  count(counted: Counted, amount = 1, target = 'envoy'): void {
    const key = JSON.stringify([target, counted]);
    const value = this.#counters.get(key)?.value ?? 0;
    this.#counters.set(key, { target, ...counted, value: value + amount });
  }

  /** Counters go, as they do with the route that they count. */
  forget(isGone: (counter: Counter) => boolean): void {
    for (const [key, counter] of this.#counters) {
      if (isGone(counter)) {
        this.#counters.delete(key);
      }
    }
  }

  scrape(): void {
    const at = this.#clock();
    for (const [id, startedAt] of this.#startedAt) {
      const target = this.#kept.targets.find(known => known.id === id);
      if (target) {
        target.scrapes.push({ at, startedAt });
      } else {
        this.#kept.targets.push({ id, scrapes: [{ at, startedAt }] });
      }
    }
    for (const [id, { value, ...counter }] of this.#counters) {
      const series = this.#kept.series.find(known => known.id === id);
      if (series) {
        series.samples.push({ at, value });
      } else {
        this.#kept.series.push({ id, ...counter, samples: [{ at, value }] });
      }
    }
  }

  has(): boolean {
    return true;
  }

  async read(request: UsageReadingRequest): Promise<UsageReading> {
    this.readings.push(request);
    if (this.isAway) {
      throw new ServiceUnavailableError('Prometheus does not answer');
    }
    const isMeant = ({ at }: { at: number }) =>
      at > request.after &&
      at <= Math.min(request.upTo, this.#clock() - this.lagMs);
    return {
      targets: this.#kept.targets
        .map(({ id, scrapes }) => ({ id, scrapes: scrapes.filter(isMeant) }))
        .filter(({ scrapes }) => scrapes.length > 0),
      series: this.#kept.series
        .map(series => ({ ...series, samples: series.samples.filter(isMeant) }))
        .filter(({ samples }) => samples.length > 0),
    };
  }
}
