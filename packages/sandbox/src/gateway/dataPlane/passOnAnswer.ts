import { IncomingMessage } from 'node:http';
import { bookAnswer, bookFailure } from './bookAnswer';
import { UsageReader } from './aiProcessor/UsageReader';
import { Exchange, ExchangeParts } from './Exchange';
import { hopByHop } from './upstreamHeaders';

/** Sends a model's answer to the client as it comes. `since`: when the request was sent, in Unix milliseconds. */
export function passOnAnswer(
  upstream: IncomingMessage,
  exchange: Exchange,
  since: number,
  parts: ExchangeParts,
): void {
  const { response, responseHeaders: extra, route, ai } = exchange;
  const { metrics, clock } = parts;
  const status = upstream.statusCode ?? 502;
  metrics.clusters.countStatus(route.cluster, status);
  upstream.once('end', () =>
    metrics.clusters.observeTime(route.cluster, clock() - since),
  );
  const headers = Object.entries(upstream.headersDistinct).filter(
    ([name]) => !hopByHop.has(name) && !(name in extra),
  );
  response.writeHead(status, { ...Object.fromEntries(headers), ...extra });
  if (ai && status < 300) {
    const listener = bookAnswer(exchange, ai, since, parts);
    upstream.once('error', () => response.destroy());
    upstream.pipe(new UsageReader(listener)).pipe(response);
    return;
  }
  if (ai) {
    upstream.once('end', () => bookFailure(exchange, ai, since, parts));
  }
  upstream.pipe(response);
}
