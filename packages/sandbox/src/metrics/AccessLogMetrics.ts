import { Counter, Registry } from 'prom-client';

/** A request as Envoy's access log has it. */
export interface LoggedRequest {
  /** Value of x-client-id; absent: no known key. */
  readonly clientId?: string;
  /** Envoy's %ROUTE_NAME%: rule and match of an HTTPRoute, and the hostname. */
  readonly routeName: string;
  /** 0: the client has gone before an answer began. */
  readonly status: number;
}

/** Names that the collector has for itself (examples/access-logs). */
export const collectorLabels = {
  job: 'model-publishing-access-logs',
  instance: 'collector',
};

/**
 * What a collector of OpenTelemetry counts in the access log: every request with a route, refused ones included. That of
 * examples/access-logs leaves out routes that are no publication's.
 */
export class AccessLogMetrics {
  readonly #requests;

  constructor(registry: Registry) {
    this.#requests = new Counter({
      name: 'model_publishing_requests_total',
      help: 'Requests in the access log.',
      labelNames: [
        ...['client_id', 'route_name', 'response_code'],
        ...Object.keys(collectorLabels),
      ],
      registers: [registry],
    });
  }

  count({ clientId, routeName, status }: LoggedRequest): void {
    this.#requests.inc({
      ...(clientId !== undefined && { client_id: clientId }),
      route_name: routeName,
      response_code: String(status),
      ...collectorLabels,
    });
  }
}
