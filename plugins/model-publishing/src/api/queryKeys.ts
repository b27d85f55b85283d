/** Keys of the cache; everything that this plugin holds begins with `all`. */
export const queryKeys = {
  all: ['model-publishing'],
  publications: (page: object) => ['model-publishing', 'publications', page],
  publication: (tenant: string, model: string) => [
    'model-publishing',
    'publication',
    tenant,
    model,
  ],
  models: (page: object) => ['model-publishing', 'models', page],
};
