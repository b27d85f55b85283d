import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';
import { modelPublishingApiRef } from './api/ModelPublishingApi';
import { modelsRouteRef, publishedRouteRef, rootRouteRef } from './routes';

/** The plugin of the old frontend system. */
export const modelPublishingPlugin = createPlugin({
  id: 'model-publishing',
  apis: [
    createApiFactory({
      api: modelPublishingApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new ModelPublishingClient(deps),
    }),
  ],
  routes: {
    root: rootRouteRef,
    published: publishedRouteRef,
    models: modelsRouteRef,
  },
});

/** The page with everything that is published and what can be published. */
export const ModelPublishingPage = modelPublishingPlugin.provide(
  createRoutableExtension({
    name: 'ModelPublishingPage',
    component: () =>
      import('./page/ModelPublishingPage').then(m => m.ModelPublishingPage),
    mountPoint: rootRouteRef,
  }),
);

/** Card of an entity page: whether and how the entity's model is published. Needs the page to be mounted. */
export const EntityModelPublicationCard = modelPublishingPlugin.provide(
  createComponentExtension({
    name: 'EntityModelPublicationCard',
    component: {
      lazy: () =>
        import('./card/EntityModelPublicationCard').then(
          m => m.EntityModelPublicationCard,
        ),
    },
  }),
);
