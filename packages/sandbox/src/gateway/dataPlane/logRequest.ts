import { ServerResponse } from 'node:http';
import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { GatewayRequest, headerValue } from './GatewayRequest';

/** Envoy writes a request to its access log when all is over, with the client id that it has then. */
export function logRequest(
  request: GatewayRequest,
  response: ServerResponse,
  { accessLog }: Pick<GatewayMetrics, 'accessLog'>,
): void {
  response.once('close', () => {
    const { routeName } = request;
    if (routeName !== undefined) {
      accessLog.count({
        routeName,
        clientId: headerValue(request, 'x-client-id'),
        status: response.headersSent ? response.statusCode : 0,
      });
    }
  });
}
