import http from 'node:http';
import { text } from 'node:stream/consumers';
import { GatewayConnection, openGatewayRequest } from './openGatewayRequest';

export interface GatewayRequest extends Omit<GatewayConnection, 'method'> {
  timeoutMs: number;
}

/**
 * Sends one GET to a gateway under a public hostname, and answers with the status. Follows no redirect and reads no body.
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
  const { timeoutMs, ...connection } = request;
  return new Promise((resolve, reject) => {
    const sent = openGatewayRequest(connection, AbortSignal.timeout(timeoutMs));
    sent.on('response', answer => take(answer).then(resolve, reject));
    sent.on('error', reject);
    sent.end();
  });
}
