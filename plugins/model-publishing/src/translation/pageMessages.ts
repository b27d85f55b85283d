/** Texts of the page of one publication. */
export const pageMessages = {
  publication: {
    tabs: {
      overview: 'Overview',
      limits: 'Limits',
      access: 'Access',
      keys: 'Keys',
      usage: 'Usage',
      'try-it': 'Try it',
      manifests: 'Manifests',
      activity: 'Activity',
    },
  },
} as const;
