import { ApiKeyFeature } from '../configuration/GatewayConfiguration';
import { GatewayRequest, localReply, LocalReply } from './GatewayRequest';

function presentedKey(
  { extractFrom }: ApiKeyFeature,
  request: GatewayRequest,
): string | undefined {
  const query = new URLSearchParams(request.query);
  return extractFrom
    .flatMap(({ headers, params }) => [
      ...headers.map(name =>
        request.headers
          .get(name.toLowerCase())
          ?.at(0)
          ?.replace(/^Bearer /, ''),
      ),
      ...params.map(name => query.get(name)),
    ])
    .find((key): key is string => Boolean(key));
}

function removeKey({ extractFrom }: ApiKeyFeature, request: GatewayRequest) {
  for (const { headers, params } of extractFrom) {
    headers.forEach(name => request.headers.delete(name.toLowerCase()));
    if (params.length) {
      const query = new URLSearchParams(request.query);
      params.forEach(name => query.delete(name));
      request.query = query.size ? `?${query}` : '';
    }
  }
}

/** Envoy's API key filter: undefined when the request may go on, which then carries the client id (gateway-facts 1.4). */
export function authenticate(
  feature: ApiKeyFeature,
  request: GatewayRequest,
): LocalReply | undefined {
  const key = presentedKey(feature, request);
  const { clients, forwardClientIdHeader, sanitize } = feature;
  const clientId =
    key !== undefined && Object.hasOwn(clients, key) ? clients[key] : undefined;
  if (clientId === undefined) {
    return localReply(401, 'Client authentication failed.');
  }
  if (sanitize) {
    removeKey(feature, request);
  }
  if (forwardClientIdHeader) {
    request.headers.set(forwardClientIdHeader, [clientId]);
  }
  return undefined;
}
