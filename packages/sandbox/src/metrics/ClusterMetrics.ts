import { Counter, Histogram, Registry } from 'prom-client';

const CLUSTER = 'envoy_cluster_name';

/** Envoy's own, in milliseconds. */
const timeBuckets = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1e3, 2.5e3, 5e3, 1e4, 3e4, 6e4, 3e5,
  6e5, 1.8e6, 3.6e6,
];

/** Envoy's name for what a rule of a route leads to (gateway-facts 4.1). */
export function clusterNameOf(route: {
  readonly namespace: string;
  readonly name: string;
  readonly rule: number;
}): string {
  return `httproute/${route.namespace}/${route.name}/rule/${route.rule}`;
}

/** Envoy's counts of what the rules of routes lead to. Those of a cluster vanish with it (stack-proof 7). */
export class ClusterMetrics {
  readonly #total;
  readonly #byStatus;
  readonly #byClass;
  readonly #limitOk;
  readonly #overLimit;
  readonly #time;
  readonly #statuses = new Map<string, Set<number>>();
  readonly #gone = new Set<string>();

  constructor(registry: Registry) {
    const registers = [registry];
    const counter = (name: string, help: string, label: string[] = []) =>
      new Counter({
        name: `envoy_cluster_${name}`,
        help,
        labelNames: [...label, CLUSTER],
        registers,
      });
    this.#total = counter(
      'upstream_rq_total',
      'Requests that were sent to the cluster.',
    );
    this.#byStatus = counter('upstream_rq', 'Answers by status.', [
      'envoy_response_code',
    ]);
    this.#byClass = counter('upstream_rq_xx', 'Answers by class of status.', [
      'envoy_response_code_class',
    ]);
    this.#limitOk = counter(
      'ratelimit_ok',
      'Requests that the rate limit service let pass.',
    );
    this.#overLimit = counter(
      'ratelimit_over_limit',
      'Requests that the rate limit service refused.',
    );
    this.#time = new Histogram({
      name: 'envoy_cluster_upstream_rq_time',
      help: 'Milliseconds up to the end of the answer.',
      labelNames: [CLUSTER],
      buckets: timeBuckets,
      registers,
    });
  }

  /** A request on its way to a cluster. */
  countSent(cluster: string): void {
    if (this.#gone.has(cluster)) {
      return;
    }
    this.#total.inc({ [CLUSTER]: cluster });
  }

  /** The status of an answer, be it the model's or one of Envoy for want of a model. */
  countStatus(cluster: string, status: number): void {
    if (this.#gone.has(cluster)) {
      return;
    }
    const seen = this.#statuses.get(cluster) ?? new Set();
    this.#statuses.set(cluster, seen.add(status));
    this.#byStatus.inc(statusLabels(cluster, status));
    this.#byClass.inc(classLabels(cluster, status));
  }

  /** An answer that has ended whole. */
  observeTime(cluster: string, milliseconds: number): void {
    if (!this.#gone.has(cluster)) {
      this.#time.observe({ [CLUSTER]: cluster }, milliseconds);
    }
  }

  /** What the rate limit service said. A refusal counts as an answer with 429 too, but not as a request sent. */
  countGlobalLimit(cluster: string, verdict: 'ok' | 'overLimit'): void {
    if (this.#gone.has(cluster)) {
      return;
    }
    if (verdict === 'ok') {
      this.#limitOk.inc({ [CLUSTER]: cluster });
      return;
    }
    this.#overLimit.inc({ [CLUSTER]: cluster });
    this.countStatus(cluster, 429);
  }

  /** A cluster that is there from now on, perhaps again. */
  begin(cluster: string): void {
    this.#gone.delete(cluster);
  }

  /** Takes the series of a cluster away. Answers that are still under way do not bring them back; `begin` lets it count. */
  forget(cluster: string): void {
    this.#gone.add(cluster);
    for (const metric of [
      this.#total,
      this.#limitOk,
      this.#overLimit,
      this.#time,
    ]) {
      metric.remove({ [CLUSTER]: cluster });
    }
    for (const status of this.#statuses.get(cluster) ?? []) {
      this.#byStatus.remove(statusLabels(cluster, status));
      this.#byClass.remove(classLabels(cluster, status));
    }
    this.#statuses.delete(cluster);
  }
}

function statusLabels(cluster: string, status: number) {
  return { envoy_response_code: String(status), [CLUSTER]: cluster };
}

function classLabels(cluster: string, status: number) {
  const statusClass = String(Math.floor(status / 100));
  return { envoy_response_code_class: statusClass, [CLUSTER]: cluster };
}
