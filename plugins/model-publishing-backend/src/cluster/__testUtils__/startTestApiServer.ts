import { ClusterConnection } from '@inference-portal/plugin-model-publishing-node';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request, as the API server gets it. */
export interface ReceivedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

export type Answer = (
  request: ReceivedRequest,
  response: http.ServerResponse,
) => void;

/** An HTTP server in this process that stands for an API server. */
export interface TestApiServer {
  connection: ClusterConnection;
  requests: ReceivedRequest[];
  /** Connections that were opened so far. */
  connections(): number;
  close(): Promise<void>;
}

export async function startTestApiServer(
  answer: Answer,
  options: { token?: string } = {},
): Promise<TestApiServer> {
  const requests: ReceivedRequest[] = [];
  let opened = 0;
  const server = http.createServer(async (message, response) => {
    const request = await received(message);
    requests.push(request);
    answer(request, response);
  });
  server.on('connection', () => {
    opened += 1;
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    connections: () => opened,
    connection: {
      name: 'main',
      url: `http://127.0.0.1:${port}`,
      getToken: async () => options.token,
      skipTlsVerify: false,
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export function sendJson(
  response: http.ServerResponse,
  body: unknown,
  code = 200,
): void {
  response
    .writeHead(code, { 'content-type': 'application/json' })
    .end(JSON.stringify(body));
}

async function received(
  message: http.IncomingMessage,
): Promise<ReceivedRequest> {
  const { pathname, searchParams } = new URL(
    message.url ?? '/',
    'http://api.test',
  );
  const body = await text(message);
  return {
    method: message.method ?? '',
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: message.headers,
    body: body === '' ? undefined : JSON.parse(body),
  };
}
