import http from 'node:http';
import https from 'node:https';

export interface GatewayConnection {
  /** Address that is connected to: scheme, host, port. */
  baseUrl: string;
  /** Public hostname, sent as Host; it need not resolve from here. */
  hostname: string;
  /** TLS server name; the hostname when left out. */
  servername?: string;
  method?: 'GET' | 'POST';
  path: string;
  headers?: http.OutgoingHttpHeaders;
}

/**
 * Begins a request to a gateway, on a connection of its own; whoever opens it ends it. Follows no redirect. (Fetch cannot
 * set the Host header.)
 */
export function openGatewayRequest(
  {
    baseUrl,
    hostname,
    servername = hostname,
    method = 'GET',
    path,
    headers,
  }: GatewayConnection,
  signal: AbortSignal,
): http.ClientRequest {
  const url = new URL('/', baseUrl);
  // Set and not resolved: a path could name another host (`//host/path`).
  url.pathname = path;
  const open = url.protocol === 'https:' ? https.request : http.request;
  return open(url, {
    method,
    headers: { ...headers, host: hostname },
    servername,
    signal,
    agent: false,
  });
}
