import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
  PluginWrapperBlueprint,
} from '@backstage/frontend-plugin-api';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';

export const api = ApiBlueprint.make({
  params: define =>
    define({
      api: modelPublishingApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new ModelPublishingClient(deps),
    }),
});

export const wrapper = PluginWrapperBlueprint.make({
  params: define =>
    define({
      loader: async () => {
        const { QueryProvider } = await import('../api/QueryProvider');
        return { component: QueryProvider };
      },
    }),
});
