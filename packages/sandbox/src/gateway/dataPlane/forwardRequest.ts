import { randomUUID } from 'node:crypto';
import {
  Agent,
  ClientRequest,
  IncomingMessage,
  request as openRequest,
} from 'node:http';
import { UsageReader } from './aiProcessor/UsageReader';
import { chargeUsage } from './chargeUsage';
import { Exchange, ExchangeParts } from './Exchange';
import { GatewayRequest, localReply } from './GatewayRequest';
import { rewriteRequest } from './rewriteRequest';
import { sendReply } from './sendReply';

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
  exchange: Exchange,
  parts: ExchangeParts,
): void {
  const { response, responseHeaders: extra } = exchange;
  const headers = Object.entries(upstream.headersDistinct).filter(
    ([name]) => !hopByHop.has(name) && !(name in extra),
  );
  response.writeHead(upstream.statusCode ?? 502, {
    ...Object.fromEntries(headers),
    ...extra,
  });
  const isGood = (upstream.statusCode ?? 0) < 300;
  if (exchange.ai && isGood) {
    const reader = new UsageReader(usage =>
      chargeUsage(exchange, usage, parts),
    );
    upstream.once('error', () => response.destroy());
    upstream.pipe(reader).pipe(response);
  } else {
    upstream.pipe(response);
  }
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
  const start = () => {
    const timer = setTimeout(() => {
      if (!response.headersSent) {
        sendReply(response, localReply(504, 'upstream request timeout'));
      }
      upstream.destroy();
    }, timeoutMs);
    response.once('close', () => clearTimeout(timer));
  };
  if (incoming.readableEnded) {
    start();
  } else {
    incoming.once('end', start);
  }
}

/** Sends a request to the route's model and the model's answer to the client, both as streams. */
export async function forwardRequest(
  exchange: Exchange,
  parts: ExchangeParts,
): Promise<void> {
  const { incoming, response, request, route, responseHeaders, ai } = exchange;
  const [address] = route.upstreams;
  const port = address && (await parts.resolve(address));
  if (port === undefined) {
    incoming.resume();
    const reply = localReply(503, 'no healthy upstream', responseHeaders);
    parts.metrics.countUpstream(route.cluster, 503);
    sendReply(response, reply);
    return;
  }
  if (ai) {
    request.headers.set('content-length', [String(ai.body.length)]);
    request.headers.set('x-ai-eg-original-path', [request.path]);
  }
  const path = rewriteRequest(route, request);
  const upstream = openRequest({
    agent,
    host: '127.0.0.1',
    port,
    path: ai ? `${ai.path}${request.query}` : path,
    method: request.method,
    headers: upstreamHeaders(
      request,
      incoming.socket.remoteAddress ?? '127.0.0.1',
    ),
  });
  upstream.once('response', answer => {
    parts.metrics.countUpstream(route.cluster, answer.statusCode ?? 0);
    passOn(answer, exchange, parts);
  });
  upstream.once('error', error => {
    if (response.headersSent) {
      response.destroy();
    } else {
      parts.metrics.countUpstream(route.cluster, 503);
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
  if (ai) {
    upstream.end(ai.body);
  } else {
    incoming.pipe(upstream);
  }
}
