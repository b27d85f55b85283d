import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

export interface GatewayRequest {
  /** Address that is connected to: scheme, host, port. */
  baseUrl: string;
  /** Public hostname, sent as Host. */
  hostname: string;
  /** TLS server name; the hostname when left out. */
  servername?: string;
  path: string;
  headers?: Record<string, string>;
  timeoutMs: number;
}

/**
 * Sends one GET to a gateway under a public hostname that need not resolve from here, and answers with the status.
 * Follows no redirect and reads no body. (Fetch cannot set the Host header.)
 */
export function requestGateway(request: GatewayRequest): Promise<number> {
  return exchange(request, async answer => {
    answer.resume();
    return answer.statusCode ?? 0;
  });
}

/** The same for what the gateway itself answers: its text; undefined unless the status is 200. */
export function readGateway(
  request: GatewayRequest,
): Promise<string | undefined> {
  return exchange(request, async answer => {
    const body = await text(answer);
    return answer.statusCode === 200 ? body : undefined;
  });
}

function exchange<T>(
  request: GatewayRequest,
  take: (answer: http.IncomingMessage) => Promise<T>,
): Promise<T> {
  const { hostname, servername = hostname, headers, timeoutMs } = request;
  const url = new URL(request.path, request.baseUrl);
  const send = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: 'GET',
        headers: { ...headers, host: hostname },
        servername,
        signal: AbortSignal.timeout(timeoutMs),
        agent: false,
      },
      answer => take(answer).then(resolve, reject),
    );
    sent.on('error', reject);
    sent.end();
  });
}
