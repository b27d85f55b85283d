import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

export const BACKEND_URL = 'http://backend.test/api/model-publishing';

/** A request as the backend got it. */
export class ReceivedRequest {
  // Private, so that requests are compared by what else they hold.
  readonly #headers: Headers;

  constructor(
    readonly query: Record<string, string>,
    readonly body: unknown,
    headers: Headers,
  ) {
    this.#headers = headers;
  }

  header(name: string): string | null {
    return this.#headers.get(name);
  }
}

type Answer = { status?: number; body: JsonBodyType };
type StreamHandler = (request: ReceivedRequest) => AsyncIterable<object>;
type Handler = (request: ReceivedRequest) => Answer | Promise<Answer>;

/** A backend that answers as told, for all tests of a file. */
export function useBackend() {
  const server = setupServer();
  registerMswTestHooks(server);
  return {
    /** Answers one kind of request; gives back the list to which each request of that kind is added. */
    on(
      method: 'get' | 'post' | 'put' | 'delete',
      path: string,
      handler: Handler,
    ): ReceivedRequest[] {
      const received: ReceivedRequest[] = [];
      server.use(
        http[method](BACKEND_URL + path, async ({ request }) => {
          const text = await request.text();
          const got = new ReceivedRequest(
            Object.fromEntries(new URL(request.url).searchParams),
            text ? JSON.parse(text) : undefined,
            request.headers,
          );
          received.push(got);
          const { status = 200, body } = await handler(got);
          return typeof body === 'string'
            ? HttpResponse.text(body, { status })
            : HttpResponse.json(body, { status });
        }),
      );
      return received;
    },
    /** Answers one kind of request by JSON lines, each as soon as it is there; gives back the list of those requests. */
    onStream(path: string, handler: StreamHandler): ReceivedRequest[] {
      const received: ReceivedRequest[] = [];
      server.use(
        http.post(BACKEND_URL + path, async ({ request }) => {
          const got = new ReceivedRequest(
            Object.fromEntries(new URL(request.url).searchParams),
            await request.json(),
            request.headers,
          );
          received.push(got);
          return new HttpResponse(linesOf(handler(got)), {
            headers: { 'Content-Type': 'application/x-ndjson' },
          });
        }),
      );
      return received;
    },
  };
}

function linesOf(values: AsyncIterable<object>): ReadableStream<Uint8Array> {
  const iterator = values[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) {
        controller.close();
      } else {
        controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** A failure in the form that Backstage's backends give it. */
export function failure(
  statusCode: number,
  message: string,
  details?: Array<{ field: string; problem: string }>,
): Answer {
  return {
    status: statusCode,
    body: {
      error: { name: 'Error', message, ...(details && { details }) },
      response: { statusCode },
    },
  };
}
