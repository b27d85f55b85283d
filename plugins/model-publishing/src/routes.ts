import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page of this plugin; understood by the new frontend system and by the old one. */
export const rootRouteRef = createRouteRef({ id: 'model-publishing' });

/** The tab with everything that is published. */
export const publishedRouteRef = createSubRouteRef({
  id: 'model-publishing/published',
  parent: rootRouteRef,
  path: '/published',
});

/** The tab with the models that can be published. */
export const modelsRouteRef = createSubRouteRef({
  id: 'model-publishing/models',
  parent: rootRouteRef,
  path: '/models',
});
