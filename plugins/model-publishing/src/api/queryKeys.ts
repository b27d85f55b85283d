import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';

/** Keys of the cache; everything that this plugin holds begins with `all`. */
export const queryKeys = {
  all: ['model-publishing'],
  publications: (page: object) => ['model-publishing', 'publications', page],
  publication: ({ cluster, tenant, model }: PublicationRef) => [
    'model-publishing',
    'publication',
    cluster,
    tenant,
    model,
  ],
  usage: ({ cluster, tenant, model }: PublicationRef, view: object) => [
    'model-publishing',
    'usage',
    cluster,
    tenant,
    model,
    view,
  ],
  keyNames: ({ cluster, tenant, model }: PublicationRef) => [
    'model-publishing',
    'key-names',
    cluster,
    tenant,
    model,
  ],
  publishingOptions: (place: object) => [
    'model-publishing',
    'publishing-options',
    place,
  ],
  activity: (ref: object, page: object) => [
    'model-publishing',
    'activity',
    ref,
    page,
  ],
  accessRequests: (query: object) => [
    'model-publishing',
    'access-requests',
    query,
  ],
  activeKeys: (
    { cluster, tenant, model }: PublicationRef,
    keyTenant: string,
  ) => ['model-publishing', 'active-keys', cluster, tenant, model, keyTenant],
  models: (page: object) => ['model-publishing', 'models', page],
  tenants: ['model-publishing', 'tenants'],
  gateways: ['model-publishing', 'gateways'],
  keys: ({ cluster, tenant, model }: PublicationRef, query: object) => [
    'model-publishing',
    'keys',
    cluster,
    tenant,
    model,
    query,
  ],
  manifests: ({ cluster, tenant, model }: PublicationRef) => [
    'model-publishing',
    'manifests',
    cluster,
    tenant,
    model,
  ],
  model: ({ cluster, tenant, model }: PublicationRef) => [
    'model-publishing',
    'model',
    cluster,
    tenant,
    model,
  ],
  plan: (model: string, config: object) => [
    'model-publishing',
    'plan',
    model,
    config,
  ],
  modelEntity: ({ cluster, tenant, model }: PublicationRef) => [
    'model-publishing',
    'model-entity',
    cluster,
    tenant,
    model,
  ],
};
