import http from 'node:http';
import https from 'node:https';
import { listenOnLoopback } from './listenOnLoopback';

export interface ServerProxyOptions {
  upstream: URL;
  /** TLS settings and credentials for the upstream; without credentials, the caller's own are passed on. */
  connection?: https.RequestOptions;
  /** Called when a write has been carried out and its caller does not know it yet. False: the caller never will. */
  onWrite?: () => Promise<boolean>;
}

/** Writes to the Kubernetes API that change nothing. */
const REVIEWS = /^\/apis\/auth(entication|orization)\.k8s\.io\//;

/** Stands between a client and a server, lets it be away, and knows which writes have been carried out. */
export class ServerProxy {
  readonly #options: ServerProxyOptions;
  #requests = 0;
  #isAway = false;
  readonly #server = http.createServer((request, response) =>
    this.#forward(request, response),
  );

  constructor(options: ServerProxyOptions) {
    this.#options = options;
  }

  /** Returns the port that it listens on. */
  listen(): Promise<number> {
    return listenOnLoopback(this.#server);
  }

  /** How many requests have arrived so far. */
  get requests(): number {
    return this.#requests;
  }

  /** Breaks all connections off and takes no new ones, as if the server were away; or lets it come back. */
  setAway(isAway: boolean): void {
    this.#isAway = isAway;
    if (isAway) {
      this.#server.closeAllConnections();
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #forward(request: http.IncomingMessage, response: http.ServerResponse) {
    this.#requests += 1;
    if (this.#isAway) {
      request.socket.destroy();
      return;
    }
    const { upstream, connection = {} } = this.#options;
    const { request: send } = upstream.protocol === 'https:' ? https : http;
    const outgoing = send(
      {
        ...connection,
        host: upstream.hostname,
        port: upstream.port,
        method: request.method,
        path: upstream.pathname.replace(/\/$/, '') + request.url,
        headers: {
          ...request.headers,
          ...connection.headers,
          host: upstream.host,
        },
      },
      answer => void this.#answer(request, response, answer),
    );
    outgoing.on('error', () => response.destroy());
    response.on('close', () => response.writableFinished || outgoing.destroy());
    request.pipe(outgoing);
  }

  async #answer(
    request: http.IncomingMessage,
    response: http.ServerResponse,
    answer: http.IncomingMessage,
  ): Promise<void> {
    const { statusCode = 502 } = answer;
    if (isWrite(request) && statusCode < 300) {
      const passOn = await this.#options.onWrite?.();
      if (passOn === false) {
        response.destroy();
        return;
      }
    }
    response.writeHead(statusCode, answer.headers);
    answer.on('error', () => response.destroy());
    answer.pipe(response);
    // The head of a watch must not wait for its first event.
    response.flushHeaders();
  }
}

function isWrite({ method, url = '' }: http.IncomingMessage): boolean {
  return method !== 'GET' && method !== 'HEAD' && !REVIEWS.test(url);
}
