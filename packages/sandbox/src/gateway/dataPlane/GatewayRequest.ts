import { OutgoingHttpHeaders } from 'node:http';

/** A request as the gateway's filters see and change it. Header names are in lower case. */
export interface GatewayRequest {
  readonly method: string;
  /** Without port, in lower case. */
  readonly host: string;
  /** Normalised, without query. */
  readonly path: string;
  /** With its leading `?`, or empty. */
  query: string;
  readonly headers: Map<string, readonly string[]>;
  /** Envoy's name for the route that it has taken, as the access log has it; absent: none. */
  routeName?: string;
}

/** An answer that the gateway gives itself. */
export interface LocalReply {
  readonly status: number;
  readonly body: string;
  readonly headers: OutgoingHttpHeaders;
  /**
   * Envoy closes a connection whose request body it has not read. A reply that waited for the rate limit service
   * has read it.
   */
  readonly afterBody?: boolean;
}

/** A reply with Envoy's wording. */
export function localReply(
  status: number,
  body = '',
  headers: OutgoingHttpHeaders = {},
): LocalReply {
  return { status, body, headers };
}

/** All values of a header as one, as Envoy's matchers see it; undefined when it is absent. */
export function headerValue(
  request: GatewayRequest,
  name: string,
): string | undefined {
  return request.headers.get(name.toLowerCase())?.join(',');
}
