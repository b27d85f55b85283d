import { ConflictError, ResponseError } from '@backstage/errors';
import {
  ModelPublishingClient,
  Phase,
  PublicationConfig,
  PublicationDetail,
} from '@inference-portal/plugin-model-publishing-common';
import { configurationDifferences } from './configurationDifferences';

/** Publications that may be gone in a moment, or may never have come to be. */
const UNSETTLED: ReadonlySet<Phase> = new Set(['Pending', 'Unpublishing']);

/**
 * The publication that stands in the way of a publish, if it is already what was asked for.
 *
 * @returns undefined when there is none
 * @throws ConflictError when it is something else, or about to change
 */
export async function findSamePublication(
  client: Pick<ModelPublishingClient, 'getPublication'>,
  model: string,
  config: PublicationConfig,
): Promise<PublicationDetail | undefined> {
  const { tenantId, cluster } = config;
  const present = await client
    .getPublication(model, tenantId, cluster)
    .catch(undefinedIfMissing);
  if (!present) {
    return undefined;
  }
  if (UNSETTLED.has(present.phase)) {
    throw new ConflictError(
      `Model "${model}" of tenant "${tenantId}" is in the phase ${present.phase}; run the task again when that is over`,
    );
  }
  const differences = configurationDifferences(config, present);
  if (differences.length > 0) {
    throw new ConflictError(
      `Model "${model}" of tenant "${tenantId}" is published already, and not as this task asks for: ${differences.join(
        '; ',
      )}. Change the publication in the portal, or ask for what it is`,
    );
  }
  return present;
}

function undefinedIfMissing(error: unknown): undefined {
  if (ResponseError.is(error) && error.statusCode === 404) {
    return undefined;
  }
  throw error;
}
