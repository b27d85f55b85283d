import http from 'node:http';
import { Readable } from 'node:stream';
import { target } from './target';

/**
 * A `fetch` for clients that bring requests of their own. Node's does not do: it never sends the Host header that it is
 * given, by which hostnames reach the gateway here, and it refuses ports that the Fetch standard calls bad, 10080 among
 * them.
 *
 * @param host - hostname of the publication
 */
export function fetchFromGateway(host: string): typeof fetch {
  return async (input, init) => {
    const { url, method, headers, body, signal } = new Request(input, init);
    const { pathname, search } = new URL(url);
    const payload = body === null ? undefined : await collected(body);
    const { hostname, port } = new URL(target.gatewayUrl);
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: hostname,
          port,
          method,
          path: pathname + search,
          headers: {
            ...Object.fromEntries(headers),
            host,
            ...(payload && { 'content-length': payload.length }),
          },
          signal,
        },
        answer => resolve(responseOf(answer)),
      );
      request.on('error', reject);
      request.end(payload);
    });
  };
}

async function collected(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/** Part by part as it comes, so that a stream is one. */
function responseOf(answer: http.IncomingMessage): Response {
  const headers = Object.entries(answer.headersDistinct).flatMap(
    ([name, values = []]) => values.map<[string, string]>(it => [name, it]),
  );
  const parts = Readable.toWeb(answer).getReader();
  const body = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const part = await parts.read();
      if (part.done) {
        controller.close();
      } else {
        controller.enqueue(part.value);
      }
    },
    cancel: reason => parts.cancel(reason),
  });
  return new Response(body, { status: answer.statusCode, headers });
}
