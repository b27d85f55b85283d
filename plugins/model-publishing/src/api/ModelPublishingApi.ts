import { createApiRef } from '@backstage/frontend-plugin-api';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';

/** What the portal asks of the backend; `ModelPublishingClient` is its implementation. */
export type ModelPublishingApi = Pick<
  ModelPublishingClient,
  keyof ModelPublishingClient
>;

/** Finds the client of the Model Publishing backend, in either frontend system. */
export const modelPublishingApiRef = createApiRef<ModelPublishingApi>().with({
  id: 'plugin.model-publishing.service',
  pluginId: 'model-publishing',
});
