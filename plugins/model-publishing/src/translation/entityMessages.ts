/** Texts on the pages of entities. */
export const entityMessages = {
  entity: {
    open: 'Open the publication',
    access: 'Access',
    noAccess:
      'Your tenants may not use this model. Its publisher, {{tenant}}, decides who may.',
    noKey: 'Your tenants have no key yet.',
    createKey: 'Create a key',
    manageKeys: 'Manage keys',
    call: 'Call the model',
    stale: {
      title: 'The cluster does not answer',
      description:
        'This is what was seen last, {{time}}. The published model keeps working; changes have to wait.',
    },
    tabs: {
      title: 'More about this publication',
      overview: 'Address, status and conditions',
      limits: 'Requests and tokens that are admitted',
      access: 'Who may use the model, and who asks to',
      keys: 'Create, rotate and revoke API keys',
      usage: 'Requests, errors and tokens over time',
      'try-it': 'Send requests through the gateway',
      manifests: 'What is in the cluster for it',
      activity: 'What has happened to it',
    },
    usage: {
      all: 'All usage',
      days: {
        publication: 'Last {{days}} days of UTC, today included',
        tenants:
          'With keys of your tenants, last {{days}} days of UTC, today included',
      },
      requests: 'Requests',
      chart: 'Requests by day',
      counted: 'Counted up to',
      none: 'No requests in this time.',
      unknown: 'Nothing is known of this time.',
      notForViewers: 'Usage is shown to those who may use the model.',
      notPublished: 'Usage is counted when the model is published.',
      publish: 'Publish the model',
    },
  },
} as const;
