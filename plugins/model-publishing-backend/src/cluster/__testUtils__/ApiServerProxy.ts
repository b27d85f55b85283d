import { KubeConfig } from '@kubernetes/client-node';
import http from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';

export interface ApiServerProxyOptions {
  /** Says where the API server is, and how to trust it. */
  kubeConfig: KubeConfig;
  /** Sends the credentials of the kubeconfig, whatever they are; otherwise the caller's own are passed on. */
  withCredentials?: boolean;
  /** Told of each answer. */
  onAnswer?: (method: string, url: string, status: number) => void;
}

/** Stands between a client in this process and a real API server. */
export class ApiServerProxy {
  readonly #options: ApiServerProxyOptions;
  readonly #agent = new https.Agent({ keepAlive: true });
  readonly #server = http.createServer((request, response) => {
    this.#forward(request, response).catch(() => response.destroy());
  });

  constructor(options: ApiServerProxyOptions) {
    this.#options = options;
  }

  /** Returns the address to use instead of the API server's. */
  async listen(): Promise<string> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    this.#agent.destroy();
  }

  async #forward(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const { kubeConfig, withCredentials, onAnswer } = this.#options;
    const { method = 'GET', url = '/' } = request;
    const upstream = new URL(kubeConfig.getCurrentCluster()?.server ?? '');
    const own: https.RequestOptions = {};
    await kubeConfig.applyToHTTPSOptions(own);
    const { ca, rejectUnauthorized } = own;
    const outgoing = https.request(
      {
        ...(withCredentials ? own : { ca, rejectUnauthorized }),
        agent: this.#agent,
        host: upstream.hostname,
        port: upstream.port,
        method,
        path: upstream.pathname.replace(/\/$/, '') + url,
        headers: {
          ...request.headers,
          ...(withCredentials && own.headers),
          host: upstream.host,
        },
      },
      answer => {
        const { statusCode = 502, headers } = answer;
        onAnswer?.(method, url, statusCode);
        response.writeHead(statusCode, headers);
        answer.on('error', () => response.destroy());
        answer.pipe(response);
        // The head of a watch must not wait for its first event.
        response.flushHeaders();
      },
    );
    outgoing.on('error', () => response.destroy());
    response.on('close', () => response.writableFinished || outgoing.destroy());
    request.pipe(outgoing);
  }
}
