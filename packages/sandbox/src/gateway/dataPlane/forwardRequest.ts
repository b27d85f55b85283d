import { Agent, ClientRequest, request as openRequest } from 'node:http';
import { Exchange, ExchangeParts } from './Exchange';
import { localReply } from './GatewayRequest';
import { passOnAnswer } from './passOnAnswer';
import { rewriteRequest } from './rewriteRequest';
import { sendReply } from './sendReply';
import { upstreamHeaders } from './upstreamHeaders';

/** Envoy's timeout for routes that set none. */
const defaultTimeoutMs = 15_000;

const agent = new Agent({ keepAlive: true });

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

/** Answers for a model that cannot be reached. */
function refuse(
  { response, route, responseHeaders }: Exchange,
  reason: string,
  { metrics }: ExchangeParts,
): void {
  metrics.clusters.countStatus(route.cluster, 503);
  sendReply(response, localReply(503, reason, responseHeaders));
}

/** Opens the request to a model. The one of the AI Gateway has been read before and is sent anew. */
function open(
  { incoming, request, route, ai }: Exchange,
  port: number,
): ClientRequest {
  if (ai) {
    request.headers.set('content-length', [String(ai.body.length)]);
    request.headers.set('x-ai-eg-original-path', [request.path]);
  }
  const path = rewriteRequest(route, request);
  const clientAddress = incoming.socket.remoteAddress ?? '127.0.0.1';
  return openRequest({
    agent,
    host: '127.0.0.1',
    port,
    path: ai ? `${ai.path}${request.query}` : path,
    method: request.method,
    headers: upstreamHeaders(request, clientAddress),
  });
}

/** Sends a request to the route's model and the model's answer to the client, both as streams. */
export async function forwardRequest(
  exchange: Exchange,
  parts: ExchangeParts,
): Promise<void> {
  const { incoming, response, route, ai } = exchange;
  const [address] = route.upstreams;
  const port = address && (await parts.resolve(address));
  if (port === undefined) {
    incoming.resume();
    refuse(exchange, 'no healthy upstream', parts);
    return;
  }
  const since = parts.clock();
  parts.metrics.clusters.countSent(route.cluster);
  const upstream = open(exchange, port);
  upstream.once('response', answer =>
    passOnAnswer(answer, exchange, since, parts),
  );
  upstream.once('error', error => {
    if (response.headersSent) {
      response.destroy();
    } else {
      const reason = `remote connection failure, transport failure reason: ${error.message}`;
      refuse(
        exchange,
        `upstream connect error or disconnect/reset before headers. reset reason: ${reason}`,
        parts,
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
