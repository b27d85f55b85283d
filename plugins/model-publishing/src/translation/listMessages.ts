/** Texts of the page and of its two lists. */
export const listMessages = {
  page: {
    title: 'Model Publishing',
    subtitle: 'Models behind the gateway: addresses, keys and limits',
    published: 'Published',
    models: 'Models',
    requests: 'Requests',
    gateways: 'Gateways',
  },
  published: {
    title: 'Published models',
    columns: {
      model: 'Model',
      tenant: 'Tenant',
      address: 'Address',
      type: 'Type',
      phase: 'Status',
      limits: 'Limits',
      requests: 'Requests',
      created: 'Published on',
      actions: 'Actions',
    },
    empty: {
      title: 'Nothing is published yet',
      description:
        'A published model has a public address, an API key and limits. Choose one of your models and publish it.',
      action: 'Choose a model',
    },
    error: 'The published models could not be read',
    stale: {
      title: 'A cluster does not answer',
      description:
        'The list shows what was last seen of {{clusters}}, at {{time}}. Published models keep working; changes have to wait.',
    },
    menu: 'Actions for {{model}} of {{tenant}}',
    rotateKey: 'Rotate key…',
    unpublish: 'Unpublish…',
  },
  models: {
    title: 'Models of your tenants',
    columns: {
      model: 'Model',
      tenant: 'Tenant',
      type: 'Type',
      format: 'Format',
      ready: 'Ready',
      published: 'Publication',
    },
    empty: {
      title: 'Your tenants have no models',
      description:
        'Deploy an InferenceService into a namespace of one of your tenants; it shows up here by itself. If you miss a tenant, ask the platform team to make your group its owner.',
      action: 'Look again',
    },
    error: 'The models could not be read',
    ready: 'Ready',
    notReady: 'Not ready',
    noReason: 'KServe gives no reason',
    alreadyPublished: 'Published',
    publish: 'Publish',
    publishModel: 'Publish {{model}} of {{tenant}}',
  },
  table: {
    rowsPerPage: 'Rows per page',
    position: '{{from}}-{{to}} of {{total}}',
    previous: 'Previous page',
    next: 'Next page',
    loading: 'Loading',
    everything: 'All',
    filters: 'Filters',
    filtersInUse: 'Filters ({{number}})',
    clearFilters: 'Clear filters',
    nothingFound: 'Nothing matches the search and the filters',
  },
  retry: 'Try again',
} as const;
