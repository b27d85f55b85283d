import http from 'node:http';
import { connectionTo } from './connectionTo';
import { hostnames } from './target';

export interface GatewayRequest {
  method?: string;
  /** In the Host header. */
  host?: string;
  /** Whose listener is asked; that of `host` when left out. */
  connectAs?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface GatewayAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

const TIMEOUT_MS = 20_000;

/** Node's fetch cannot set a Host header, and a path must go out as it was written. */
export function callGateway(
  path: string,
  {
    method = 'GET',
    host = hostnames.usual,
    connectAs = host,
    headers = {},
    body,
  }: GatewayRequest = {},
): Promise<GatewayAnswer> {
  const { send, options } = connectionTo(connectAs);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = send(
      {
        ...options,
        method,
        path,
        timeout: TIMEOUT_MS,
        headers: {
          Host: host,
          ...(payload !== undefined && {
            'Content-Type': 'application/json',
            'Content-Length': String(Buffer.byteLength(payload)),
          }),
          ...headers,
        },
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
          }),
        );
      },
    );
    request.on('error', reject);
    request.on('timeout', () =>
      request.destroy(new Error(`No answer from the gateway to ${path}`)),
    );
    request.end(payload);
  });
}

/** A setosa: class 0 for every iris model. */
export const SETOSA = { instances: [[5.1, 3.5, 1.4, 0.2]] };

/** One prediction. */
export function predict(
  publication: { externalPath: string; publicHostname: string },
  headers: Record<string, string>,
): Promise<GatewayAnswer> {
  return callGateway(`${publication.externalPath}/predict`, {
    method: 'POST',
    host: publication.publicHostname,
    headers,
    body: SETOSA,
  });
}

/** The metadata address, which is not rate limited by the minute. */
export function readMetadata(
  publication: { externalPath: string; publicHostname: string },
  headers: Record<string, string> = {},
): Promise<GatewayAnswer> {
  return callGateway(publication.externalPath, {
    host: publication.publicHostname,
    headers,
  });
}
