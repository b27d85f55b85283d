import { LoggerService } from '@backstage/backend-plugin-api';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';
import { PublishedModel, PublishRequest } from './publishOrKeep';

/** Names the objects that a publish would make. The API server has validated them; none of them was made. */
export async function planModel(
  client: Pick<ModelPublishingClient, 'planPublication'>,
  { model, config }: PublishRequest,
  logger: LoggerService,
): Promise<PublishedModel> {
  const { publication, manifests } = await client.planPublication(
    model,
    config,
  );
  const kinds = manifests.map(({ kind }) => String(kind)).join(', ');
  logger.info(`Publishing would make these objects: ${kinds}`);
  return { ...publication, apiKeyId: null, apiKeyHint: null };
}
