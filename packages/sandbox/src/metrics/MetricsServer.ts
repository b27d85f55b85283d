import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../listenOnLoopback';
import { GatewayMetrics } from './GatewayMetrics';

/**
 * Answers `GET /metrics` with what the gateway has counted. Envoy and the AI Gateway have a port each, of which
 * Prometheus makes one set of series; here it is one port.
 */
export class MetricsServer {
  readonly #server;

  constructor(metrics: GatewayMetrics) {
    this.#server = createServer(async (request, response) => {
      const [path] = (request.url ?? '/').split('?');
      if (request.method !== 'GET' || path !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      const { contentType, text } = await metrics.render();
      response.writeHead(200, { 'content-type': contentType }).end(text);
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
