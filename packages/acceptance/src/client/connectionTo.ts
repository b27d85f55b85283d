import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { target } from './target';

/** Whether a hostname has a listener with TLS of its own. */
function isByTls(hostname: string): boolean {
  const { tls } = target;
  return (
    tls !== undefined &&
    (hostname === tls.hostname || hostname.endsWith(tls.ofTenantA.slice(1)))
  );
}

/** How the gateway is connected to for a hostname: certificates are checked, as clients of a model would. */
export function connectionTo(hostname: string): {
  send: typeof http.request;
  options: https.RequestOptions;
} {
  if (target.tls && isByTls(hostname)) {
    const { hostname: host, port } = new URL(target.tls.url);
    const ca = readFileSync(target.tls.certificateFile);
    return {
      send: https.request,
      options: { host, port, servername: hostname, ca, agent: false },
    };
  }
  const { hostname: host, port } = new URL(target.gatewayUrl);
  return { send: http.request, options: { host, port } };
}
