import { randomUUID } from 'node:crypto';
import { GatewayRequest } from './GatewayRequest';

/** Headers that belong to one connection and are never passed on. */
export const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** The headers of a request as a model gets them. */
export function upstreamHeaders(
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
