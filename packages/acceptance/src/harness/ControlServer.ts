import http from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listenOnLoopback } from './listenOnLoopback';
import { PortalBackend } from './PortalBackend';
import { Replicas } from './Replicas';
import { ServerProxy } from './ServerProxy';
import { WriteCounter } from './WriteCounter';

export interface ControlServerOptions {
  backend: PortalBackend;
  /** Of a backend that lets models be published without keys. */
  publicModelsEnv: Record<string, string>;
  writes: WriteCounter;
  /** What the backend takes for its API server. */
  cluster: ServerProxy;
  /** What the backend takes for its Prometheus, on targets that have one. */
  prometheus: ServerProxy | undefined;
  /** Takes the gateway's counts away, on targets that can do that. */
  restartGateway: (() => Promise<void>) | undefined;
  /** Further backends. */
  replicas: Replicas;
  backendLogFile: string;
  /** Of the backend's SQLite files. */
  databaseFolder: string;
}

/** Lets tests, which Jest isolates from its global set-up, reach the processes that the set-up started. */
export class ControlServer {
  readonly #options: ControlServerOptions;
  readonly #server = http.createServer((request, response) => {
    this.#answer(new URL(request.url ?? '/', 'http://control')).then(
      body => response.end(JSON.stringify(body)),
      error => response.writeHead(500).end(String(error)),
    );
  });

  constructor(options: ControlServerOptions) {
    this.#options = options;
  }

  /** Returns the port that it listens on. */
  listen(): Promise<number> {
    return listenOnLoopback(this.#server);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer({ pathname, searchParams }: URL): Promise<unknown> {
    const {
      backend,
      publicModelsEnv,
      writes,
      cluster,
      prometheus,
      restartGateway,
      replicas,
      backendLogFile,
      databaseFolder,
    } = this.#options;
    switch (pathname) {
      case '/backend/start':
        await backend.start(
          searchParams.has('publicModels') ? publicModelsEnv : {},
        );
        return {};
      case '/backend/kill':
        await backend.kill();
        return {};
      case '/backend/log':
        return { text: readFileSync(backendLogFile, 'utf8') };
      case '/database/files':
        return {
          files: readdirSync(databaseFolder, { recursive: true })
            .map(name => path.join(databaseFolder, String(name)))
            .filter(file => statSync(file).isFile()),
        };
      case '/writes/begin': {
        const cutAfter = searchParams.get('cutAfter');
        writes.begin(cutAfter === null ? undefined : Number(cutAfter));
        return {};
      }
      case '/cluster/away':
      case '/cluster/back':
        cluster.setAway(pathname === '/cluster/away');
        return {};
      case '/cluster/requests':
        return { count: cluster.requests };
      case '/prometheus/away':
      case '/prometheus/back':
        offered(prometheus, pathname).setAway(pathname === '/prometheus/away');
        return {};
      case '/prometheus/requests':
        return { count: offered(prometheus, pathname).requests };
      case '/gateway/restart':
        await offered(restartGateway, pathname)();
        return {};
      case '/replicas/start':
        return {
          urls: await replicas.start(Number(searchParams.get('count'))),
        };
      case '/replicas/kill':
        await replicas.kill(Number(searchParams.get('index')));
        return {};
      case '/replicas/prometheus-requests':
        return { counts: replicas.prometheusRequests() };
      case '/replicas/stop':
        await replicas.stop();
        return {};
      case '/writes':
        return { count: writes.count };
      default:
        throw new Error(`The control server does not know ${pathname}`);
    }
  }
}

function offered<T>(part: T | undefined, pathname: string): T {
  if (part === undefined) {
    throw new Error(`The target has nothing for ${pathname}`);
  }
  return part;
}
