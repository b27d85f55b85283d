import http from 'node:http';
import https from 'node:https';

export interface GatewayRequest {
  /** Address that is connected to: scheme, host, port. */
  baseUrl: string;
  /** Public hostname, sent as Host and as TLS server name. */
  hostname: string;
  path: string;
  headers?: Record<string, string>;
  timeoutMs: number;
}

/**
 * Sends one GET to a gateway under a public hostname that need not resolve from here, and answers with the status.
 * Follows no redirect and reads no body. (Fetch cannot set the Host header.)
 */
export function requestGateway(request: GatewayRequest): Promise<number> {
  const url = new URL(request.path, request.baseUrl);
  const send = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: 'GET',
        headers: { ...request.headers, host: request.hostname },
        servername: request.hostname,
        signal: AbortSignal.timeout(request.timeoutMs),
        agent: false,
      },
      response => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
