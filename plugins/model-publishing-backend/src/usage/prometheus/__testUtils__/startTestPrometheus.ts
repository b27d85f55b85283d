import http from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One query, as the server gets it. */
export interface ReceivedQuery {
  method: string | undefined;
  path: string | undefined;
  headers: http.IncomingHttpHeaders;
  form: Record<string, string>;
}

export interface TestPrometheus {
  url: string;
  queries: ReceivedQuery[];
  close(): Promise<void>;
}

export interface TestPrometheusOptions {
  /** Makes it speak TLS. */
  tls?: { key: string; cert: string };
}

/** An HTTP server in this process that stands for Prometheus. */
export async function startTestPrometheus(
  answer: (query: ReceivedQuery, response: http.ServerResponse) => void,
  { tls }: TestPrometheusOptions = {},
): Promise<TestPrometheus> {
  const queries: ReceivedQuery[] = [];
  const listener: http.RequestListener = async (message, response) => {
    const { method, url: path, headers } = message;
    const form = Object.fromEntries(new URLSearchParams(await text(message)));
    const query = { method, path, headers, form };
    queries.push(query);
    answer(query, response);
  };
  const server = tls
    ? https.createServer(tls, listener)
    : http.createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    queries,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Answers a query with series. */
export function sendSeries(
  response: http.ServerResponse,
  result: object[] = [],
): void {
  const data = { resultType: 'matrix', result };
  response.end(JSON.stringify({ status: 'success', data }));
}
