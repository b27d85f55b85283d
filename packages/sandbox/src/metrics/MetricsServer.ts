import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../listenOnLoopback';
import { GatewayMetrics } from './GatewayMetrics';

/**
 * Answers `GET /metrics` with what the gateway has counted; `?job=envoy` with what one process has. `DELETE` takes the
 * counts away, as a restart of these processes does. On a cluster each process has a port of its own.
 */
export class MetricsServer {
  readonly #server;

  constructor(metrics: GatewayMetrics) {
    this.#server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://metrics');
      const jobs = url.searchParams.getAll('job');
      const asked = metrics.targets.filter(
        ({ job }) => jobs.length === 0 || jobs.includes(job),
      );
      if (url.pathname !== '/metrics' || asked.length === 0) {
        response.writeHead(404).end();
        return;
      }
      switch (request.method) {
        case 'GET': {
          const { contentType, text } = await metrics.render(asked);
          response.writeHead(200, { 'content-type': contentType }).end(text);
          return;
        }
        case 'DELETE':
          asked.forEach(target => target.restart());
          response.writeHead(204).end();
          return;
        default:
          response.writeHead(404).end();
      }
    });
  }

  /** Starts it (port 0: any free one) and answers its URL. */
  async start(port: number): Promise<string> {
    const used = await listenOnLoopback(this.#server, port, 'metrics');
    return `http://127.0.0.1:${used}/metrics`;
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }
}
