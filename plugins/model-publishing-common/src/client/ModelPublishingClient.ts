import { InputError, ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { listActivityOperation } from '../operations/activityOperation';
import {
  AccessDecision,
  createAccessRequestOperation,
  decideAccessRequestOperation,
  listAccessRequestsOperation,
  withdrawAccessRequestOperation,
} from '../operations/accessRequestOperations';
import { Operation } from '../operations/defineOperation';
import { listGatewaysOperation } from '../operations/gatewayOperations';
import {
  createKeyOperation,
  listKeysOperation,
  revokeKeyOperation,
  revokeKeysOperation,
  rotateKeyOperation,
  rotateOneKeyOperation,
} from '../operations/keyOperations';
import { validateApiKeyOperation } from '../operations/keyValidationOperation';
import {
  getModelOperation,
  listModelsOperation,
} from '../operations/modelOperations';
import { listPublicationsOperation } from '../operations/listPublicationsOperation';
import {
  getManifestsOperation,
  getPublicationOperation,
  publishOperation,
  unpublishOperation,
  updateOperation,
} from '../operations/publicationOperations';
import { getPublishingOptionsOperation } from '../operations/publishingOptionsOperation';
import { listTenantsOperation } from '../operations/tenantOperations';
import { sendTestRequestOperation } from '../operations/testRequestOperation';
import { getUsageOperation } from '../operations/usageOperation';
import {
  Planned,
  plannedSchema,
  Published,
  publishedSchema,
  Updated,
  updatedSchema,
} from '../publications/publication';
import { PublicationConfig } from '../publications/publicationConfig';
import { PublicationPatch } from '../publications/publicationPatch';
import { TestEvent } from '../console/testEvent';
import { linesOf } from './linesOf';

/** What the client needs from its surroundings; Backstage's discovery and fetch APIs fit. */
export interface ModelPublishingClientOptions {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  fetch: { fetch: typeof globalThis.fetch };
}

interface CallInput<O extends Operation> {
  params?: z.input<O['params']>;
  query?: z.input<O['query']>;
  body?: z.input<O['body']>;
  headers?: Record<string, string | undefined>;
  signal?: AbortSignal;
}

/** Names a publication; tenant and cluster are needed only when the name is ambiguous for the caller. */
export interface PublicationRef {
  model: string;
  tenant?: string;
  cluster?: string;
}

/** Which models, in which order. */
export type ModelQuery = Omit<
  z.input<typeof listModelsOperation.query>,
  'ready' | 'published'
> & { ready?: boolean; published?: boolean };

/** Which time, in which steps, and by what. */
export type UsageQuery = Omit<
  z.input<typeof getUsageOperation.query>,
  'tenant' | 'cluster' | 'format'
>;

/** Makes a call that may be repeated: the same key within 24 h has one effect. */
export interface RepeatableCall {
  idempotencyKey?: string;
}

/** Typed client of the REST API. Answers that are no success become a `ResponseError`. */
export class ModelPublishingClient {
  readonly #options: ModelPublishingClientOptions;

  constructor(options: ModelPublishingClientOptions) {
    this.#options = options;
  }

  async publish(
    model: string,
    config: PublicationConfig,
    call: RepeatableCall = {},
  ): Promise<Published> {
    const answer = await this.#call(publishOperation, {
      params: { model },
      body: { config },
      headers: repeatable(call),
    });
    return publishedSchema.parse(answer);
  }

  /** What a publish would do. */
  async planPublication(
    model: string,
    config: PublicationConfig,
  ): Promise<Planned> {
    const answer = await this.#call(publishOperation, {
      params: { model },
      query: { dryRun: 'true' },
      body: { config },
    });
    return plannedSchema.parse(answer);
  }

  /** @param options.ifMatch - ETag of the configuration that the change is meant for */
  async update(
    ref: PublicationRef,
    config: PublicationPatch,
    options: { ifMatch?: string } = {},
  ): Promise<Updated> {
    const answer = await this.#call(updateOperation, {
      ...publicationOf(ref),
      body: { config },
      headers: { 'If-Match': options.ifMatch },
    });
    return updatedSchema.parse(answer);
  }

  /** What an update would do. */
  async planUpdate(
    ref: PublicationRef,
    config: PublicationPatch,
  ): Promise<Planned> {
    const { params, query } = publicationOf(ref);
    const answer = await this.#call(updateOperation, {
      params,
      query: { ...query, dryRun: 'true' },
      body: { config },
    });
    return plannedSchema.parse(answer);
  }

  /** Never reveals a key; `revealKey` does. */
  getPublication(model: string, tenant?: string, cluster?: string) {
    return this.#call(getPublicationOperation, {
      params: { model },
      query: { tenant, cluster, reveal: 'false' },
    });
  }

  /** The publication with the primary key of the caller's tenant, where the platform allows that. It is audited. */
  revealKey(ref: PublicationRef) {
    return this.#call(getPublicationOperation, publicationOf(ref));
  }

  /** YAML text. */
  getManifests(ref: PublicationRef): Promise<string> {
    return this.#call(getManifestsOperation, publicationOf(ref));
  }

  listPublications(
    query: z.input<typeof listPublicationsOperation.query> = {},
  ) {
    return this.#call(listPublicationsOperation, { query });
  }

  unpublish(
    model: string,
    tenant?: string,
    call: RepeatableCall & { cluster?: string } = {},
  ) {
    return this.#call(unpublishOperation, {
      params: { model },
      query: { tenant, cluster: call.cluster },
      headers: repeatable(call),
    });
  }

  listKeys(
    { model, ...selector }: PublicationRef,
    query: Omit<
      z.input<typeof listKeysOperation.query>,
      'tenant' | 'cluster'
    > = {},
  ) {
    return this.#call(listKeysOperation, {
      params: { model },
      query: { ...selector, ...query },
    });
  }

  createKey(
    ref: PublicationRef,
    body: z.input<typeof createKeyOperation.body> = {},
    call: RepeatableCall = {},
  ) {
    return this.#call(createKeyOperation, {
      ...publicationOf(ref),
      body,
      headers: repeatable(call),
    });
  }

  rotateKey(
    model: string,
    tenant?: string,
    body: z.input<typeof rotateKeyOperation.body> = {},
    call: RepeatableCall & { cluster?: string } = {},
  ) {
    return this.#call(rotateKeyOperation, {
      params: { model },
      query: { tenant, cluster: call.cluster },
      body,
      headers: repeatable(call),
    });
  }

  rotateOneKey(
    { model, ...query }: PublicationRef,
    keyId: string,
    body: z.input<typeof rotateOneKeyOperation.body> = {},
    call: RepeatableCall = {},
  ) {
    return this.#call(rotateOneKeyOperation, {
      params: { model, keyId },
      query,
      body,
      headers: repeatable(call),
    });
  }

  revokeKey({ model, ...query }: PublicationRef, keyId: string) {
    return this.#call(revokeKeyOperation, { params: { model, keyId }, query });
  }

  /** @param options.dryRun - only say which keys that would be */
  revokeKeys(
    { model, ...query }: PublicationRef,
    body: z.input<typeof revokeKeysOperation.body>,
    options: { dryRun?: boolean } = {},
  ) {
    return this.#call(revokeKeysOperation, {
      params: { model },
      query: { ...query, dryRun: String(options.dryRun ?? false) },
      body,
    });
  }

  /** Whether an API key works at this moment; needs no sign-in. */
  validateApiKey(apiKey: string) {
    return this.#call(validateApiKeyOperation, { body: { apiKey } });
  }

  /**
   * Asks a published model through its gateway, and tells what comes back as it comes. Aborting the signal, or leaving
   * the loop, ends the request at the model too.
   *
   * @throws ResponseError when nothing is sent to the model
   */
  async *sendTestRequest(
    ref: PublicationRef,
    body: z.input<typeof sendTestRequestOperation.body>,
    options: { signal?: AbortSignal } = {},
  ): AsyncGenerator<TestEvent, void> {
    const response = await this.#send(sendTestRequestOperation, {
      ...publicationOf(ref),
      body,
      ...options,
    });
    for await (const line of linesOf(response, options.signal)) {
      yield sendTestRequestOperation.response.parse(JSON.parse(line));
    }
  }

  /** How much a published model was used: in total, and over the last 24 hours unless the query says otherwise. */
  getUsage({ model, ...selector }: PublicationRef, query: UsageQuery = {}) {
    return this.#call(getUsageOperation, {
      params: { model },
      query: { ...selector, ...query },
    });
  }

  /** The same over time as CSV text. */
  async exportUsage(
    { model, ...selector }: PublicationRef,
    query: UsageQuery = {},
  ): Promise<string> {
    const response = await this.#send(getUsageOperation, {
      params: { model },
      query: { ...selector, ...query, format: 'csv' },
    });
    return response.text();
  }

  /** What has happened to a published model, the newest first; for its publisher. */
  listActivity(
    { model, ...selector }: PublicationRef,
    query: Omit<
      z.input<typeof listActivityOperation.query>,
      'tenant' | 'cluster'
    > = {},
  ) {
    return this.#call(listActivityOperation, {
      params: { model },
      query: { ...selector, ...query },
    });
  }

  listModels({ ready, published, ...query }: ModelQuery = {}) {
    return this.#call(listModelsOperation, {
      query: { ...query, ready: flagOf(ready), published: flagOf(published) },
    });
  }

  /** Published or not; tenant and cluster are needed only when the name is ambiguous for the caller. */
  getModel(ref: PublicationRef) {
    return this.#call(getModelOperation, publicationOf(ref));
  }

  listTenants(query: z.input<typeof listTenantsOperation.query> = {}) {
    return this.#call(listTenantsOperation, { query });
  }

  /** Asks to use a published model, for one of the caller's tenants. */
  requestAccess(
    ref: PublicationRef,
    body: z.input<typeof createAccessRequestOperation.body> = {},
  ) {
    return this.#call(createAccessRequestOperation, {
      ...publicationOf(ref),
      body,
    });
  }

  listAccessRequests(query: z.input<typeof listAccessRequestsOperation.query>) {
    return this.#call(listAccessRequestsOperation, { query });
  }

  decideAccessRequest(requestId: string, body: AccessDecision) {
    return this.#call(decideAccessRequestOperation, {
      params: { requestId },
      body,
    });
  }

  withdrawAccessRequest(requestId: string) {
    return this.#call(withdrawAccessRequestOperation, {
      params: { requestId },
    });
  }

  /** What may be asked for when publishing; gateways and hostnames only where a tenant is named. */
  getPublishingOptions(
    query: z.input<typeof getPublishingOptionsOperation.query> = {},
  ) {
    return this.#call(getPublishingOptionsOperation, { query });
  }

  /** All gateways with their health; for admins only. */
  listGateways() {
    return this.#call(listGatewaysOperation, {});
  }

  async #call<O extends Operation>(
    operation: O,
    input: CallInput<O>,
  ): Promise<z.output<O['response']>> {
    const response = await this.#send(operation, input);
    const [media] = operation.media;
    // The backend answers with what the same schema describes; parsing drops what a newer backend may add.
    return operation.response.parse(
      media === 'application/json'
        ? await response.json()
        : await response.text(),
    ) as z.output<O['response']>;
  }

  async #send<O extends Operation>(
    operation: O,
    input: CallInput<O>,
  ): Promise<Response> {
    const baseUrl = await this.#options.discovery.getBaseUrl(
      'model-publishing',
    );
    const hasBody = input.body !== undefined;
    const headers = Object.entries({
      'Content-Type': hasBody ? 'application/json' : undefined,
      ...input.headers,
    }).filter((header): header is [string, string] => header[1] !== undefined);
    const response = await this.#options.fetch.fetch(
      baseUrl + addressOf(operation, input),
      {
        method: operation.method.toUpperCase(),
        headers: Object.fromEntries(headers),
        ...(hasBody && { body: JSON.stringify(input.body) }),
        ...(input.signal && { signal: input.signal }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function flagOf(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function repeatable({ idempotencyKey }: RepeatableCall) {
  return { 'Idempotency-Key': idempotencyKey };
}

function publicationOf({ model, ...query }: PublicationRef) {
  return { params: { model }, query };
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
