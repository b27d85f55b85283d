/** Texts of the page of one publication. */
export const pageMessages = {
  publication: {
    documentTitle: '{{model}} of {{tenant}}',
    back: 'All published models',
    tabsOf: 'About {{model}}',
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
    loading: 'Loading the publication',
    inCatalog: 'Open in catalog',
    unpublish: 'Unpublish…',
    visibility: {
      private: 'Its tenant',
      consumers: 'Its consumers',
      portal: 'The whole portal',
    },
    notFound: {
      title: '{{model}} is not published, or not visible to you',
      description:
        'There is no publication of {{model}} of {{tenant}} in cluster {{cluster}} that you may see. If the model is yours, publish it; if it is not, ask its tenant for access.',
      action: 'All published models',
    },
    notForYou: {
      title: 'This part is not for you',
      role: {
        publisher: 'There is nothing here for a publication without API keys.',
        consumer: 'Only the publishing tenant {{tenant}} has something here.',
        viewer:
          'Only tenants that may use the model have something here. You can ask for access.',
      },
      action: 'To the overview',
    },
    unpublishing: {
      title: '{{model}} is being unpublished',
      description:
        'Its address goes first, then its keys and limits. This page leads back to the list when everything is gone.',
      gone: '{{model}} is unpublished',
    },
    stale: {
      title: 'The cluster does not answer',
      description:
        'This is what was last seen of {{clusters}}, at {{time}}. The published model keeps working; changes have to wait.',
    },
  },
  overview: {
    address: 'Address',
    retiring: 'Former addresses',
    retiringUntil: 'answers until {{time}}',
    retiringLater: 'answers until the new address does',
    conditions: 'Status',
    conditionsHidden: 'Only the publishing tenant sees the conditions.',
    allGood: 'Everything works.',
    limits: 'Limits',
    limitsHelp:
      'Of the whole publication; beyond them the gateway answers 429.',
    about: 'About this publication',
    visibleTo: 'Visible to',
    allowedTenants: 'Tenants that may have keys',
    gateway: 'Gateway',
    gatewayOf: '{{gateway}} in cluster {{cluster}}',
    published: 'Published',
    publishedBy: '{{time}} by {{who}}',
    updated: 'Last change',
    metadata: 'Metadata',
    danger: {
      title: 'Danger zone',
      description:
        'Unpublishing takes the address, all API keys and the limits away at once. The model itself keeps running.',
    },
  },
  manifests: {
    title: 'Manifests',
    description:
      'What the portal has put into the cluster for this publication, as it should be there. Whoever edits or deletes one of these objects finds it put back within 10 seconds: change the publication instead. The list holds no secrets; API keys are kept elsewhere.',
    copy: 'Copy manifests',
    copied: 'The manifests are in the clipboard',
    download: 'Download YAML',
    yaml: 'YAML',
    empty: 'Nothing is rendered for this publication at the moment.',
    error: 'The manifests could not be read',
  },
} as const;
