import { IncomingMessage, ServerResponse } from 'node:http';
import { StatusError } from '../errors/StatusError';

/** What is told of each request when it is answered. */
export interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly status: number;
}

/** The API server's limit for a request, in bytes. */
const maxBodyBytes = 3 * 1024 * 1024;

/** One request and its answer. */
export class Exchange {
  readonly method: string;
  readonly path: string;
  readonly params: URLSearchParams;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    private readonly onAnswer: (answered: AnsweredRequest) => void,
  ) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    this.method = request.method ?? 'GET';
    this.path = url.pathname;
    this.params = url.searchParams;
  }

  param(name: string): string {
    return this.params.get(name) ?? '';
  }

  /** `true` and `1`, as clients write it. */
  flag(name: string): boolean {
    return ['true', '1'].includes(this.param(name));
  }

  header(name: string): string {
    const value = this.request.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  }

  /** Throws 415 for kubectl's typed commands, which send protobuf, and 413 when it is larger than the API server accepts. */
  async body(): Promise<string> {
    if (this.header('content-type').includes('protobuf')) {
      throw new StatusError(
        415,
        'UnsupportedMediaType',
        'the sandbox reads JSON and YAML, not protobuf: use "kubectl apply -f" or "kubectl create -f"',
      );
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.request) {
      bytes += chunk.length;
      if (bytes > maxBodyBytes) {
        throw new StatusError(
          413,
          'RequestEntityTooLarge',
          `Request entity is too large: limit is ${maxBodyBytes}`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  answer(status: number, body: object): void {
    this.answerJson(status, JSON.stringify(body));
  }

  answerJson(status: number, json: string): void {
    this.#begin(status, 'application/json');
    this.response.end(`${json}\n`);
  }

  answerText(status: number, text: string): void {
    this.#begin(status, 'text/plain; charset=utf-8');
    this.response.end(text);
  }

  fail(error: StatusError): void {
    if (this.response.headersSent) {
      this.response.destroy();
    } else {
      this.answer(error.code, error.toStatus());
    }
  }

  /** Begins an answer of lines that are written one by one. */
  stream(): ServerResponse {
    this.#begin(200, 'application/json');
    this.response.flushHeaders();
    return this.response;
  }

  #begin(status: number, contentType: string): void {
    this.onAnswer({
      method: this.method,
      path: this.path,
      query: this.params.toString(),
      status,
    });
    this.response.writeHead(status, { 'content-type': contentType });
  }
}
