import { ForwardedError, InputError, ResponseError } from '@backstage/errors';
import {
  ModelPublishingClient,
  PublicationConfig,
  PublicationDetail,
} from '@inference-portal/plugin-model-publishing-common';
import { findSamePublication } from './findSamePublication';

/** What of a publication a task may know. An answer of the portal fits, but is not handed on: it may hold a key. */
export type PublishedModel = Pick<
  PublicationDetail,
  'id' | 'externalUrl' | 'openai' | 'warnings' | 'apiKeyId' | 'apiKeyHint'
>;

export interface PublishRequest {
  model: string;
  config: PublicationConfig;
}

/**
 * Publishes, or plans to; a publication that is already as wanted is kept.
 *
 * @param attempt - publishes or plans
 * @throws ConflictError when the model is published otherwise
 * @throws Error with what the portal says when it refuses
 */
export async function publishOrKeep(
  client: Pick<ModelPublishingClient, 'getPublication'>,
  { model, config }: PublishRequest,
  attempt: () => Promise<PublishedModel>,
): Promise<{ publication: PublishedModel; kept: boolean }> {
  try {
    return { publication: await attempt(), kept: false };
  } catch (error) {
    const publication =
      ResponseError.is(error) &&
      error.statusCode === 409 &&
      (await findSamePublication(client, model, config));
    if (!publication) {
      throw inWords(error, { model, config });
    }
    return { publication, kept: true };
  }
}

/** The words of the backend instead of "Request failed with 422", which is all that a task would show. */
function inWords(error: unknown, { model, config }: PublishRequest): unknown {
  if (!ResponseError.is(error)) {
    return error;
  }
  const message = `Model "${model}" of tenant "${config.tenantId}" was not published`;
  // The name that the backend gives to a 422 means nothing to the scaffolder, which would answer a dry run with 500.
  return error.statusCode === 422
    ? new InputError(message, error.cause)
    : new ForwardedError(message, error.cause);
}
