import { Counter, Registry } from 'prom-client';

const LISTENER = 'envoy_http_conn_manager_prefix';
const LIMITER = 'envoy_local_http_ratelimit_prefix';

/** Name of the local limiter's counts, those of all routes together. */
const limiterPrefix = 'http_local_rate_limiter';

/** Envoy's name for the listener of a port in its metrics; Envoy Gateway moves ports below 1024 up by 10,000. */
export function connectionManagerOf(port: number): string {
  return `http-${port < 1024 ? port + 10_000 : port}`;
}

/** Envoy's counts of what its filters have decided, by listener but not by route (stack-proof 7). */
export class FilterMetrics {
  readonly #keyAllowed;
  readonly #keyUnauthorized;
  readonly #accessAllowed;
  readonly #accessDenied;
  readonly #limitEnabled;
  readonly #limitOk;
  readonly #limited;
  readonly #enforced;

  constructor(registry: Registry) {
    const counter = (name: string, help: string, label: string) =>
      new Counter({
        name: `envoy_http_${name}`,
        help,
        labelNames: [label],
        registers: [registry],
      });
    this.#keyAllowed = counter(
      'api_key_auth_allowed',
      'Requests with a known key.',
      LISTENER,
    );
    this.#keyUnauthorized = counter(
      'api_key_auth_unauthorized',
      'Requests without a known key.',
      LISTENER,
    );
    this.#accessAllowed = counter(
      'rbac_allowed',
      'Requests that were admitted.',
      LISTENER,
    );
    this.#accessDenied = counter(
      'rbac_denied',
      'Requests that were not admitted.',
      LISTENER,
    );
    this.#limitEnabled = counter(
      'local_rate_limit_enabled',
      'Requests under a local limit.',
      LIMITER,
    );
    this.#limitOk = counter(
      'local_rate_limit_ok',
      'Requests within local limits.',
      LIMITER,
    );
    this.#limited = counter(
      'local_rate_limit_rate_limited',
      'Requests beyond a local limit.',
      LIMITER,
    );
    this.#enforced = counter(
      'local_rate_limit_enforced',
      'Requests that a local limit refused.',
      LIMITER,
    );
  }

  countKey(connectionManager: string, isKnown: boolean): void {
    const counter = isKnown ? this.#keyAllowed : this.#keyUnauthorized;
    counter.inc({ [LISTENER]: connectionManager });
  }

  countAccess(connectionManager: string, isAdmitted: boolean): void {
    const counter = isAdmitted ? this.#accessAllowed : this.#accessDenied;
    counter.inc({ [LISTENER]: connectionManager });
  }

  countLocalLimit(isWithin: boolean): void {
    const counters = isWithin
      ? [this.#limitOk]
      : [this.#limited, this.#enforced];
    for (const counter of [this.#limitEnabled, ...counters]) {
      counter.inc({ [LIMITER]: limiterPrefix });
    }
  }
}
