import { createServer, RequestListener, Server } from 'node:http';
import { closeServer, listenOnLoopback } from '../listenOnLoopback';
import { modelRequestHandler, ServedModel } from './modelRequestHandler';
import { RequestLog } from './RequestLog';

/**
 * The model servers of the sandbox: one loopback port per model, and one more port that tests read.
 *
 * The extra port answers `GET /requests?model=<namespace>/<name>&limit=<n>` with the requests that models
 * received, and `DELETE /requests` forgets them.
 */
export class ModelServers {
  readonly #log = new RequestLog();
  readonly #debugServer = createServer(this.#debugHandler());
  readonly #servers = new Map<
    string,
    { server: Server; port: Promise<number> }
  >();

  /** Starts the debug endpoint (port 0: any free one) and answers its URL. */
  async start(port: number): Promise<string> {
    const used = await listenOnLoopback(
      this.#debugServer,
      port,
      'model debug endpoint',
    );
    return `http://127.0.0.1:${used}`;
  }

  /** The port of a model's server, which is started when it is asked for the first time. */
  portOf(model: ServedModel): Promise<number> {
    const { namespace, name, component = 'predictor' } = model;
    return this.#serve(
      `${namespace}/${name}-${component}`,
      modelRequestHandler(model, this.#log),
    );
  }

  /**
   * The port of the local gateway of Knative, which passes requests on by their Host header alone.
   *
   * @param modelAt - what answers for a host; nothing does: 404, without a body
   */
  portOfLocalGateway(
    modelAt: (host: string) => ServedModel | undefined,
  ): Promise<number> {
    return this.#serve('local gateway of Knative', (request, response) => {
      const [host = ''] = (request.headers.host ?? '').split(':');
      const model = modelAt(host);
      if (model) {
        modelRequestHandler(model, this.#log)(request, response);
      } else {
        response.writeHead(404).end();
      }
    });
  }

  #serve(key: string, handler: RequestListener): Promise<number> {
    const running = this.#servers.get(key);
    if (running) {
      return running.port;
    }
    // Longer than the gateway keeps idle connections, so that it never uses one that is about to close.
    const server = createServer({ keepAliveTimeout: 3_600_000 }, handler);
    const port = listenOnLoopback(server, 0, key);
    this.#servers.set(key, { server, port });
    return port;
  }

  async close(): Promise<void> {
    const servers = [...this.#servers.values()].map(({ server }) => server);
    await Promise.all([this.#debugServer, ...servers].map(closeServer));
  }

  #debugHandler(): RequestListener {
    return (request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const known = url.pathname === '/requests';
      if (known && request.method === 'DELETE') {
        this.#log.clear();
      }
      const body =
        known && request.method === 'GET'
          ? this.#log.last(
              Number(url.searchParams.get('limit') ?? 50),
              url.searchParams.get('model') ?? undefined,
            )
          : {};
      response.writeHead(known ? 200 : 404, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(body));
    };
  }
}
