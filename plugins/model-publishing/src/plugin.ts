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
import {
  gatewaysRouteRef,
  modelsRouteRef,
  publicationRouteRef,
  publishedRouteRef,
  publishRouteRef,
  publishStepRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from './routes';

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
    publication: publicationRouteRef,
    models: modelsRouteRef,
    publish: publishRouteRef,
    publishStep: publishStepRouteRef,
    requests: requestsRouteRef,
    gateways: gatewaysRouteRef,
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

const entityExtensions = () => import('./entity/legacyEntityExtensions');

/** Card of an entity page: whether and how the entity's model is published. Needs the page to be mounted. */
export const EntityModelPublicationCard = modelPublishingPlugin.provide(
  createComponentExtension({
    name: 'EntityModelPublicationCard',
    component: {
      lazy: () => entityExtensions().then(m => m.EntityModelPublicationCard),
    },
  }),
);

/** Card of an entity page: how much the entity's model is used. Needs the page to be mounted. */
export const EntityModelUsageCard = modelPublishingPlugin.provide(
  createComponentExtension({
    name: 'EntityModelUsageCard',
    component: {
      lazy: () => entityExtensions().then(m => m.EntityModelUsageCard),
    },
  }),
);

/** Tab of an entity page with everything about the publication. Needs the page to be mounted. */
export const EntityPublishingContent = modelPublishingPlugin.provide(
  createComponentExtension({
    name: 'EntityPublishingContent',
    component: {
      lazy: () => entityExtensions().then(m => m.EntityPublishingContent),
    },
  }),
);
