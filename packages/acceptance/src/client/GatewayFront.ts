import { PORTS_REFUSED_BY_FETCH } from '@inference-portal/plugin-model-publishing-common';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from '../harness/listenOnLoopback';
import { connectionTo } from './connectionTo';

/** Below it, only root may listen. */
const FIRST_FREE_PORT = 1024;

/**
 * An address that leads to the gateway under one hostname. It stands for DNS: programs that resolve names by themselves
 * would not find the gateway from here.
 */
export class GatewayFront {
  private constructor(
    readonly url: string,
    /** The bodies that came by, oldest first. */
    readonly bodies: string[],
    readonly close: () => void,
  ) {}

  /** @param options.refusedByFetch - whether to be at a port that `fetch` refuses */
  static async open(
    host: string,
    { refusedByFetch = false }: { refusedByFetch?: boolean } = {},
  ): Promise<GatewayFront> {
    const bodies: string[] = [];
    const server = http.createServer(async (request, response) => {
      const body = await text(request);
      bodies.push(body);
      forward({ host, request, body, response });
    });
    const port = refusedByFetch
      ? await listenOnOneOf(server, [...PORTS_REFUSED_BY_FETCH])
      : await listenOnLoopback(server);
    return new GatewayFront(`http://127.0.0.1:${port}`, bodies, () => {
      server.close();
      server.closeAllConnections();
    });
  }

  /** An address of the publication as it is from here. */
  addressOf(address: string): string {
    const { pathname } = new URL(address);
    return this.url + pathname;
  }
}

interface Forwarded {
  host: string;
  request: http.IncomingMessage;
  body: string;
  response: http.ServerResponse;
}

function forward({ host, request, body, response }: Forwarded): void {
  const { send, options } = connectionTo(host);
  const { method, url, headers } = request;
  const forwarded = send(
    { ...options, method, path: url, headers: { ...headers, host } },
    answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  forwarded.on('error', error => response.destroy(error));
  forwarded.end(body);
}

async function listenOnOneOf(
  server: http.Server,
  ports: number[],
): Promise<number> {
  for (const port of ports.filter(it => it >= FIRST_FREE_PORT)) {
    const listening = await listenOnLoopback(server, port).catch(() => null);
    if (listening !== null) {
      return listening;
    }
  }
  throw new Error('Every port that fetch refuses is taken');
}
