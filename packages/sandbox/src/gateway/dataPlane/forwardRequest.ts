import { randomUUID } from 'node:crypto';
import {
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingHttpHeaders,
  request as openRequest,
  ServerResponse,
} from 'node:http';
import { ConfiguredRoute } from '../configuration/GatewayConfiguration';
import { GatewayRequest, localReply } from './GatewayRequest';
import { rewriteRequest } from './rewriteRequest';
import { sendReply } from './sendReply';
import { UpstreamResolver } from './UpstreamResolver';

/** Envoy's timeout for routes that set none. */
const defaultTimeoutMs = 15_000;

const hopByHop = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

const agent = new Agent({ keepAlive: true });

function upstreamHeaders(
  request: GatewayRequest,
  clientAddress: string,
): Record<string, string | string[]> {
  const headers = Object.fromEntries(
    [...request.headers]
      .filter(([name]) => !hopByHop.has(name))
      .map(([name, values]) => [name, [...values]]),
  );
  const forwarded = [...(headers['x-forwarded-for'] ?? []), clientAddress];
  return {
    ...headers,
    host: headers.host?.[0] ?? '',
    'x-forwarded-for': forwarded.join(','),
    'x-forwarded-proto': 'http',
    'x-envoy-external-address': clientAddress,
    'x-request-id': randomUUID(),
  };
}

function passOn(
  upstream: IncomingMessage,
  response: ServerResponse,
  extra: OutgoingHttpHeaders,
): void {
  const headers = Object.entries(upstream.headersDistinct).filter(
    ([name]) => !hopByHop.has(name) && !(name in extra),
  );
  response.writeHead(upstream.statusCode ?? 502, {
    ...Object.fromEntries(headers),
    ...extra,
  });
  upstream.pipe(response);
}

/** Everything about one exchange that is forwarded. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly request: GatewayRequest;
  readonly route: ConfiguredRoute;
  readonly responseHeaders: OutgoingHttpHeaders;
}

/** 504 when the answer has not begun in time; the time runs from the end of the request. */
function startTimeout(
  { incoming, response, route }: Exchange,
  upstream: ClientRequest,
) {
  const timeoutMs = route.timeoutMs ?? defaultTimeoutMs;
  if (timeoutMs === 0) {
    return;
  }
  incoming.once('end', () => {
    const timer = setTimeout(() => {
      if (!response.headersSent) {
        sendReply(response, localReply(504, 'upstream request timeout'));
      }
      upstream.destroy();
    }, timeoutMs);
    response.once('close', () => clearTimeout(timer));
  });
}

/** Sends a request to the route's model and the model's answer to the client, both as streams. */
export async function forwardRequest(
  exchange: Exchange,
  resolve: UpstreamResolver,
): Promise<void> {
  const { incoming, response, request, route, responseHeaders } = exchange;
  const [address] = route.upstreams;
  const port = address && (await resolve(address));
  if (port === undefined) {
    incoming.resume();
    const reply = localReply(503, 'no healthy upstream', responseHeaders);
    sendReply(response, reply);
    return;
  }
  const path = rewriteRequest(route, request);
  const upstream = openRequest({
    agent,
    host: '127.0.0.1',
    port,
    path,
    method: request.method,
    headers: upstreamHeaders(
      request,
      incoming.socket.remoteAddress ?? '127.0.0.1',
    ),
  });
  upstream.once('response', answer =>
    passOn(answer, response, responseHeaders),
  );
  upstream.once('error', error => {
    if (response.headersSent) {
      response.destroy();
    } else {
      sendReply(
        response,
        localReply(
          503,
          `upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: ${error.message}`,
          responseHeaders,
        ),
      );
    }
  });
  response.once('close', () => upstream.destroy());
  startTimeout(exchange, upstream);
  incoming.pipe(upstream);
}
