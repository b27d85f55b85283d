import { InputError, ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { Operation } from '../operations/defineOperation';
import { listModelsOperation } from '../operations/modelOperations';
import {
  getPublicationOperation,
  listPublicationsOperation,
  publishOperation,
  rotateKeyOperation,
  unpublishOperation,
} from '../operations/publicationOperations';
import { PublicationConfig } from '../publications/publicationConfig';

/** What the client needs from its surroundings; Backstage's discovery and fetch APIs fit. */
export interface ModelPublishingClientOptions {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  fetch: { fetch: typeof globalThis.fetch };
}

interface CallInput<O extends Operation> {
  params?: z.input<O['params']>;
  query?: z.input<O['query']>;
  body?: z.input<O['body']>;
}

/** Typed client of the REST API. Answers that are no success become a `ResponseError`. */
export class ModelPublishingClient {
  readonly #options: ModelPublishingClientOptions;

  constructor(options: ModelPublishingClientOptions) {
    this.#options = options;
  }

  publish(model: string, config: PublicationConfig) {
    return this.#call(publishOperation, {
      params: { model },
      body: { config },
    });
  }

  getPublication(model: string, tenant?: string) {
    return this.#call(getPublicationOperation, {
      params: { model },
      query: { tenant },
    });
  }

  listPublications(
    query: z.input<typeof listPublicationsOperation.query> = {},
  ) {
    return this.#call(listPublicationsOperation, { query });
  }

  unpublish(model: string, tenant?: string) {
    return this.#call(unpublishOperation, {
      params: { model },
      query: { tenant },
    });
  }

  rotateKey(
    model: string,
    tenant?: string,
    body: z.input<typeof rotateKeyOperation.body> = {},
  ) {
    return this.#call(rotateKeyOperation, {
      params: { model },
      query: { tenant },
      body,
    });
  }

  listModels(query: z.input<typeof listModelsOperation.query> = {}) {
    return this.#call(listModelsOperation, { query });
  }

  async #call<O extends Operation>(
    operation: O,
    input: CallInput<O>,
  ): Promise<z.output<O['response']>> {
    const baseUrl = await this.#options.discovery.getBaseUrl(
      'model-publishing',
    );
    const hasBody = input.body !== undefined;
    const response = await this.#options.fetch.fetch(
      baseUrl + addressOf(operation, input),
      {
        method: operation.method.toUpperCase(),
        ...(hasBody && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(input.body),
        }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    // The backend answers with what the same schema describes; parsing drops what a newer backend may add.
    return operation.response.parse(await response.json()) as z.output<
      O['response']
    >;
  }
}

function addressOf(
  operation: Operation,
  input: { params?: unknown; query?: unknown },
): string {
  const params = new Map(Object.entries(input.params ?? {}));
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) =>
    pathSegment(String(params.get(name))),
  );
  const query = new URLSearchParams(
    Object.entries(input.query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return query ? `${path}?${query}` : path;
}

/** @throws InputError for what no encoding keeps from naming another address (`DELETE /models/../publish`) */
function pathSegment(value: string): string {
  if (['', '.', '..'].includes(value)) {
    throw new InputError(`"${value}" cannot be the name of anything`);
  }
  return encodeURIComponent(value);
}
