import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page of this plugin; understood by the new frontend system and by the old one. */
export const rootRouteRef = createRouteRef({ id: 'model-publishing' });

/** The tab with everything that is published. */
export const publishedRouteRef = createSubRouteRef({
  id: 'model-publishing/published',
  parent: rootRouteRef,
  path: '/published',
});

/** One published model; `tab` is the id of a `PublicationTab`. */
export const publicationRouteRef = createSubRouteRef({
  id: 'model-publishing/publication',
  parent: rootRouteRef,
  path: '/published/:cluster/:tenant/:model/:tab',
});

/** The tab with the models that can be published. */
export const modelsRouteRef = createSubRouteRef({
  id: 'model-publishing/models',
  parent: rootRouteRef,
  path: '/models',
});

/** The first step of publishing: which model. */
export const publishRouteRef = createSubRouteRef({
  id: 'model-publishing/publish',
  parent: rootRouteRef,
  path: '/models/publish',
});

/** The further steps of publishing one model; `step` is a `WizardStep`. */
export const publishStepRouteRef = createSubRouteRef({
  id: 'model-publishing/publish-step',
  parent: rootRouteRef,
  path: '/models/publish/:cluster/:tenant/:model/:step',
});

/** The tab with requests for access: those to decide, and one's own. */
export const requestsRouteRef = createSubRouteRef({
  id: 'model-publishing/requests',
  parent: rootRouteRef,
  path: '/requests',
});

/** The tab with the gateways, for admins. */
export const gatewaysRouteRef = createSubRouteRef({
  id: 'model-publishing/gateways',
  parent: rootRouteRef,
  path: '/gateways',
});
