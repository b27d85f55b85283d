import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { InputError } from '@backstage/errors';
import { closeServer, listenOnLoopback } from '../listenOnLoopback';
import { answerQuery, answerRangeQuery, QueryData } from './answerQuery';
import { QueryParameters } from './QueryParameters';
import { TimeSeriesStore } from './TimeSeriesStore';

/** The part of Prometheus' HTTP API that reads series, for selectors without functions and operators. */
export class PrometheusServer {
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });

  readonly #queries: ReadonlyMap<string, (asked: QueryParameters) => QueryData>;

  /** `clock` is in Unix milliseconds. */
  constructor(store: TimeSeriesStore, clock: () => number) {
    this.#queries = new Map([
      ['/api/v1/query', asked => answerQuery(store, asked, clock())],
      ['/api/v1/query_range', asked => answerRangeQuery(store, asked)],
    ]);
  }

  /** Starts it (port 0: any free one) and answers its base URL. */
  async start(port: number): Promise<string> {
    const used = await listenOnLoopback(this.#server, port, 'Prometheus API');
    return `http://127.0.0.1:${used}`;
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://prometheus');
    const query = this.#queries.get(url.pathname);
    if (url.pathname === '/-/ready') {
      sendText(response, 200, 'Prometheus Server is Ready.');
    } else if (!query) {
      sendText(response, 404, '404 page not found');
    } else if (request.method !== 'GET' && request.method !== 'POST') {
      sendText(response, 405, 'Method Not Allowed');
    } else {
      const parameters = await parametersOf(request, url);
      sendData(response, () => query(new QueryParameters(parameters)));
    }
  }
}

/** A parameter in a form wins over one in the address. */
async function parametersOf(
  request: IncomingMessage,
  { searchParams }: URL,
): Promise<URLSearchParams> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    return searchParams;
  }
  const form = new URLSearchParams(await text(request));
  return new URLSearchParams([...form, ...searchParams]);
}

function sendData(response: ServerResponse, answer: () => object): void {
  try {
    sendJson(response, 200, { status: 'success', data: answer() });
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    const details = { errorType: 'bad_data', error: error.message };
    sendJson(response, 400, { status: 'error', ...details });
  }
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function sendText(
  response: ServerResponse,
  status: number,
  body: string,
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${body}\n`);
}
