import { ServerResponse } from 'node:http';
import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { GatewayRequest, headerValue } from './GatewayRequest';

/**
 * Envoy writes a request to its access log when all is over, with the client id that it has then. Whoever got 401 has shown
 * no key, whatever the request says.
 */
export function logRequest(
  request: GatewayRequest,
  response: ServerResponse,
  { accessLog }: Pick<GatewayMetrics, 'accessLog'>,
): void {
  response.once('close', () => {
    const { routeName } = request;
    if (routeName !== undefined) {
      const status = response.headersSent ? response.statusCode : 0;
      const clientId =
        status === 401 ? undefined : headerValue(request, 'x-client-id');
      accessLog.count({ routeName, clientId, status });
    }
  });
}
