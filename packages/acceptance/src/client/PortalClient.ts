import {
  createKeyOperation,
  getPublicationOperation,
  getUsageOperation,
  issuedKeySchema,
  listActivityOperation,
  listKeysOperation,
  listPublicationsOperation,
  PublicationConfig,
  PublicationPatch,
  publishedSchema,
  revokeKeyOperation,
  rotateKeyOperation,
  unpublishOperation,
  updatedSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { target } from './target';

export interface PortalAnswer {
  status: number;
  /** Parsed JSON, or the text itself. */
  body: unknown;
  text: string;
  etag: string | null;
}

const errorSchema = z.object({
  error: z.object({
    name: z.string(),
    message: z.string(),
    details: z
      .array(z.object({ field: z.string(), problem: z.string() }))
      .optional(),
  }),
});

/** One caller of the REST API. */
export class PortalClient {
  readonly #token: string | undefined;
  readonly #portalUrl: string;

  /**
   * @param token - of an external caller; without one the calls are anonymous
   * @param portalUrl - of another backend than the usual one
   */
  constructor(token?: string, portalUrl = target.portalUrl) {
    this.#token = token;
    this.#portalUrl = portalUrl;
  }

  /** Any call, whatever its outcome. `path` is below `/api/model-publishing`; a string is sent as it is. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<PortalAnswer> {
    const response = await fetch(
      `${this.#portalUrl}/api/model-publishing${path}`,
      {
        method,
        headers: {
          ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      body: parsed(text),
      text,
      etag: response.headers.get('etag'),
    };
  }

  async publish(model: string, config: PublicationConfig) {
    const answer = await this.send('POST', `/models/${model}/publish`, {
      config,
    });
    return publishedSchema.parse(success(answer, 201));
  }

  async get(model: string, tenant: string) {
    const answer = await this.send(
      'GET',
      `/models/${model}/publish?tenant=${tenant}&reveal=false`,
    );
    return getPublicationOperation.response.parse(success(answer, 200));
  }

  async list() {
    return (await this.page('?limit=200')).items;
  }

  /** One page of the published models. */
  async page(query = '') {
    const answer = await this.send('GET', `/published-models${query}`);
    return listPublicationsOperation.response.parse(success(answer, 200));
  }

  async unpublish(model: string, tenant: string) {
    const answer = await this.send(
      'DELETE',
      `/models/${model}/publish?tenant=${tenant}`,
    );
    return unpublishOperation.response.parse(success(answer, 200));
  }

  /** Changes what the patch names. */
  async update(model: string, tenant: string, config: PublicationPatch) {
    const answer = await this.send(
      'PUT',
      `/models/${model}/publish?tenant=${tenant}`,
      { config },
    );
    return updatedSchema.parse(success(answer, 200));
  }

  /** @param query - with its question mark, beyond the tenant */
  async usage(model: string, tenant: string, query = '') {
    const answer = await this.send(
      'GET',
      `/models/${model}/publish/usage?tenant=${tenant}${query}`,
    );
    return getUsageOperation.response.parse(success(answer, 200));
  }

  /** @param query - beyond the tenant */
  async activity(model: string, tenant: string, query = '') {
    const answer = await this.send(
      'GET',
      `/models/${model}/publish/activity?tenant=${tenant}${query}`,
    );
    return listActivityOperation.response.parse(success(answer, 200));
  }

  async rotateKey(model: string, tenant: string, grace = 'now') {
    const answer = await this.send(
      'POST',
      `/models/${model}/publish/rotate-key?tenant=${tenant}`,
      { grace },
    );
    return rotateKeyOperation.response.parse(success(answer, 200));
  }

  async createKey(
    model: string,
    tenant: string,
    body: z.input<typeof createKeyOperation.body> = {},
  ) {
    const answer = await this.send(
      'POST',
      `/models/${model}/publish/keys?tenant=${tenant}`,
      body,
    );
    return issuedKeySchema.parse(success(answer, 201));
  }

  async listKeys(model: string, tenant: string) {
    const answer = await this.send(
      'GET',
      `/models/${model}/publish/keys?tenant=${tenant}&limit=200`,
    );
    return listKeysOperation.response.parse(success(answer, 200)).items;
  }

  async revokeKey(model: string, tenant: string, keyId: string) {
    const answer = await this.send(
      'DELETE',
      `/models/${model}/publish/keys/${keyId}?tenant=${tenant}`,
    );
    return revokeKeyOperation.response.parse(success(answer, 200));
  }
}

/** The error in an answer. */
export function errorOf(answer: PortalAnswer) {
  return errorSchema.parse(answer.body).error;
}

function success({ status, body, text }: PortalAnswer, expected: number) {
  if (status !== expected) {
    throw new Error(`The portal answered ${status} instead: ${text}`);
  }
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
