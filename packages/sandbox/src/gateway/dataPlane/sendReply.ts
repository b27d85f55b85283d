import { ServerResponse } from 'node:http';
import { LocalReply } from './GatewayRequest';

/** Sends an answer of the gateway itself. */
export function sendReply(
  response: ServerResponse,
  { status, body, headers }: LocalReply,
): void {
  response.writeHead(status, {
    ...(body ? { 'content-type': 'text/plain' } : {}),
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(body);
}
