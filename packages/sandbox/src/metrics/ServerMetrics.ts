import { Gauge, Registry } from 'prom-client';

/** How often Envoy brings its figures up to date, in seconds. */
const flushSeconds = 5;

/** What Envoy tells of itself. */
export class ServerMetrics {
  #startedAt: number;

  /** `clock` is in Unix milliseconds. */
  constructor(registry: Registry, private readonly clock: () => number) {
    this.#startedAt = clock();
    const uptime = () => this.#uptimeSeconds();
    const gauge = new Gauge({
      name: 'envoy_server_uptime',
      help: 'Seconds since the start, as of the last flush.',
      registers: [],
      collect() {
        this.set(uptime());
      },
    });
    registry.registerMetric(gauge);
  }

  restart(): void {
    this.#startedAt = this.clock();
  }

  /** Whole seconds, which stay the same between two flushes (measured). */
  #uptimeSeconds(): number {
    const flushes = (this.clock() - this.#startedAt) / 1000 / flushSeconds;
    return Math.floor(flushes) * flushSeconds;
  }
}
