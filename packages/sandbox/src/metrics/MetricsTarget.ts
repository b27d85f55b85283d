import { Registry } from 'prom-client';

/** A process whose counts Prometheus reads, and the labels that it has there, as on the cluster for tests. */
export interface MetricsTarget {
  readonly job: 'envoy' | 'ai-gateway-extproc' | 'otel-collector';
  readonly instance: string;
  readonly registry: Registry;
  /** Takes all counts away, as a new process does, which counts from 0. */
  restart(): void;
}
