import {
  HttpLibrary,
  RequestContext,
  ResponseContext,
  wrapHttpLibrary,
} from '@kubernetes/client-node';
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

export interface SentRequest extends http.RequestOptions {
  /** Ends the request and the reading of its answer. */
  signal: AbortSignal;
  body?: string;
}

/**
 * Sends one request and hands its answer to `read`.
 *
 * @throws the reason of the signal once it has aborted, whatever fails because of that
 */
export async function sendRequest<R>(
  url: URL,
  { body, ...options }: SentRequest,
  read: (answer: http.IncomingMessage) => Promise<R>,
): Promise<R> {
  const { request } = url.protocol === 'https:' ? https : http;
  try {
    const answer = await new Promise<http.IncomingMessage>(
      (resolve, reject) => {
        request(url, options, resolve).on('error', reject).end(body);
      },
    );
    return await read(answer);
  } catch (error) {
    throw options.signal.aborted ? options.signal.reason : error;
  }
}

/**
 * How the library sends its calls. Its own way, node-fetch 2, takes a chunked answer for broken when the connection is
 * given to a waiting call at once, which a shared agent does under load.
 */
export const agentHttpLibrary: HttpLibrary = wrapHttpLibrary({
  async send(context: RequestContext): Promise<ResponseContext> {
    const body = context.getBody()?.toString();
    const options = {
      method: context.getHttpMethod(),
      headers: {
        ...context.getHeaders(),
        // Node leaves it out of a DELETE, whose body would be taken for the next request.
        ...(body && { 'Content-Length': Buffer.byteLength(body) }),
      },
      agent: context.getAgent(),
      signal: context.getSignal() ?? new AbortController().signal,
      body,
    };
    return sendRequest(new URL(context.getUrl()), options, async answer => {
      const content = await text(answer);
      return new ResponseContext(answer.statusCode ?? 0, headersOf(answer), {
        text: async () => content,
        binary: async () => Buffer.from(content),
      });
    });
  },
});

function headersOf({ headers }: http.IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
}
