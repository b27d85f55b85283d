/** One request as a model server received it; the shape is that of the debug endpoint. */
export interface LoggedRequest {
  /** Unix time in seconds. */
  readonly time: number;
  /** `<namespace>/<name>` of the model. */
  readonly model: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The first 2,000 characters. */
  readonly body: string;
}

const capacity = 2000;

/** The last requests that reached any model server, oldest first. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push({ ...request, body: request.body.slice(0, capacity) });
    if (this.#requests.length > capacity) {
      this.#requests.shift();
    }
  }

  /** The newest `limit` requests, of one model or of all. */
  last(limit: number, model?: string): readonly LoggedRequest[] {
    return this.#requests
      .filter(request => model === undefined || request.model === model)
      .slice(-limit);
  }

  clear(): void {
    this.#requests.length = 0;
  }
}
