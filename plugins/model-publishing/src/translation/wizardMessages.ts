/** Texts of the steps of publishing, and of the forms for limits and addresses. */
export const wizardMessages = {
  wizard: {
    title: 'Publish a model',
    titleOf: 'Publish {{model}} of {{tenant}}',
    error: 'What can be published could not be read',
    next: 'Next',
    back: 'Back',
    cancel: 'Cancel',
    publish: 'Publish',
    publishing: 'Publishing… this takes a few seconds',
    refused: 'The model was not published',
    checkFields:
      'The platform does not accept some of the values. Please correct the marked fields.',
    steps: {
      label: 'Steps of publishing',
      position: 'Step {{position}} of {{all}}',
      back: 'Back to: {{step}}',
      model: 'Model',
      address: 'Address and type',
      limits: 'Limits and access',
      review: 'Review',
      done: 'Done',
    },
    model: {
      heading: 'Which model?',
      list: 'Models that are ready and not published',
      choice: 'Choice',
      choose: 'Choose',
      chooseModel: 'Choose {{model}} of {{tenant}}',
      none: 'There is nothing to publish',
      noneHelp:
        'Every model of your tenants is published already, or not ready. The list of all models says which, and why.',
      allModels: 'All models',
    },
    address: {
      heading: 'Address and type',
      type: 'Type of the model',
      detected: 'As detected: {{type}}',
      detectedBecause: 'Because {{rule}}',
      traditional:
        'KServe’s own protocol: callers send instances to …/predict and get predictions.',
      openai:
        'OpenAI’s protocol: chat completions, completions, embeddings and responses, with any client for it.',
      gateway: 'Gateway',
      gatewayHelp: 'It decides which hostnames and limits there are',
      defaultGateway: '{{gateway}} (default)',
      noGateway: 'must be one of the gateways on offer',
      noOpenai: 'cannot be served by this gateway: choose another gateway',
    },
    limits: {
      heading: 'Limits and access',
      totals: 'Limits of the whole publication',
      totalsHelp:
        'All callers together. What you leave empty is up to the platform.',
      requireApiKey: 'Callers need an API key',
      keyNeeded: 'Without a key nobody reaches the model.',
      noKeyNeeded: 'Nobody needs a key. Anyone can call the model.',
      tenants: 'Tenants that may use it',
      tenantsHelp:
        'Each of them can have keys of its own, and limits within those of the whole publication.',
      publicTenantsHelp:
        'They see the publication and its usage in the portal. Calls need no key, so tenants cannot have limits of their own.',
      tenantNumber: 'Tenant {{number}}',
      tenantId: 'Tenant',
      tenantIdHelp: 'The id of a tenant, which is the name of its namespace',
      ownTenant: 'The publishing tenant',
      addTenant: 'Add a tenant',
      removeTenant: 'Remove tenant {{number}}',
      sameTenant: 'is in the list already',
      visibility: 'Who sees it in the portal',
      advanced: 'Advanced: metadata',
      metadataHelp:
        'Names and values that are kept with the publication, such as a team or a ticket. They have no effect on the gateway.',
      metadataName: 'Name',
      metadataValue: 'Value',
      addMetadata: 'Add an entry',
      removeMetadata: 'Remove entry {{number}}',
      sameName: 'is in the list already',
    },
    visibility: {
      private: {
        label: 'Only the publishing tenant',
        explanation: 'Tenants that may use it have to be told of it.',
      },
      consumers: {
        label: 'Tenants that may use it',
        explanation: 'They find it in their list of published models.',
      },
      portal: {
        label: 'Everybody in the portal',
        explanation:
          'Everybody finds it and can ask for access; you decide on each request.',
      },
    },
    review: {
      heading: 'Review',
      intro:
        'Nothing is changed yet. The platform and the cluster have checked this configuration.',
      checking: 'The platform and the cluster check the configuration…',
      checkAgain: 'Check again',
      everybody: 'Everybody, without a key',
      keyIssued: 'One is issued, and shown on the next page',
      noKey: 'None',
      metadata: 'Metadata: {{name}}',
      manifests: 'Kubernetes objects that are written: {{number}}',
    },
    sent: {
      heading: 'This was published already',
      explanation:
        'The request was sent from here before, and its answer got lost on the way. Sending it again changes nothing: you get its answer, with the key where the platform can still show it.',
      again: 'Show the result',
      discard: 'Open the publication',
    },
    done: {
      heading: '{{model}} is published',
      comingUp: '{{model}} is being published',
      pending:
        'Everything is in place, but the gateway has not answered with the new key yet. This is usually a matter of seconds: wait until all conditions below are OK before you use the address.',
      keyWasShown: 'The API key is not shown any more',
      keyIsGone:
        'It was to be seen once, right after publishing. If you do not have it, create or rotate a key:',
      toKeys: 'keys of this publication',
      open: 'Open the publication',
      another: 'Publish another model',
    },
    unpublishable: {
      chooseOther: 'Choose another model',
      openPublication: 'Open the publication',
      lookAgain: 'Look again',
      invisible: {
        title: 'There is no model {{model}} here, or you may not see it',
        description:
          'If the model is yours, look whether it runs in a namespace of one of your tenants.',
      },
      published: {
        title: '{{model}} is published already',
        description:
          'Its address, limits and keys can be changed on the page of the publication.',
      },
      notReady: {
        title: '{{model}} is not ready',
        description: 'It can be published once KServe serves it. {{reason}}',
      },
      problem: {
        title: '{{model}} cannot be published as it is',
        description: '{{problem}}',
      },
      noGateway: {
        title: 'There is no gateway for {{model}}',
        description:
          'No gateway of the cluster {{cluster}} has a hostname for the tenant {{tenant}}. Ask the platform team to configure one.',
      },
    },
  },
  limitsForm: {
    requestsPerMinute: 'Requests per minute',
    requestsPerHour: 'Requests per hour',
    tokensPerHour: 'Tokens per hour',
    burstLimit: 'Burst: requests per second',
    default: '{{value}} (platform default)',
    none: 'no limit',
    maximum: 'At most {{maximum}}',
    aboveMaximum: 'is above the maximum of {{maximum}}',
    wholeNumber: 'must be a whole number',
    approximate:
      'Approximate: each replica and listener of the gateway counts for itself',
    unavailable: 'not available: this gateway cannot count it',
    unknown: 'The gateway has not said yet whether it can count it',
    precision: {
      exact: 'Exact',
      approximate: 'Approximate: each replica and listener counts for itself',
      unavailable: 'Not counted by this gateway',
      unknown: 'Not known yet',
    },
    inForce: {
      title: 'Limits in force',
      explanation: 'As of {{time}}',
      limit: 'Limit',
      total: 'All callers together',
      precision: 'How exact',
      unlimited: 'none',
    },
    optionsError: 'What limits there can be could not be read',
    edit: {
      title: 'Change the limits',
      explanation:
        'Valid requests go on being answered while limits change. An emptied field returns to the default of the platform.',
      tenants: 'Limits of single tenants',
      tenantsHelp:
        'Within the limits of the whole publication. Tenants join and leave on the tab Access.',
      ofTenant: 'Limits of {{tenant}}',
      save: 'Save',
      reset: 'Discard changes',
      saving: 'Saving…',
      saved: 'The limits of {{model}} were changed',
      failed: 'The limits were not changed',
    },
    conflict: {
      title: 'Somebody else has changed this publication meanwhile',
      theirs: 'In force now:',
      explanation:
        'Your own changes are still in the form. Take theirs over to save yours on top of them.',
      takeOver: 'Take theirs over and keep my changes',
    },
  },
  addressForm: {
    hostname: 'Hostname',
    hostnameHelp: 'Those that your tenant may use on this gateway',
    hostnameNotOffered: 'is not on offer any more: choose another one',
    defaultHostname: '{{hostname}} (default)',
    withoutKeys: '{{hostname}} (for models without keys)',
    label: 'Your part of the hostname',
    labelHelp: 'One word of a-z, 0-9 and -',
    badLabel:
      'must be 1 to 63 characters of a-z, 0-9 and -, and begin and end with a letter or digit',
    path: 'Path',
    pathHelp: 'Where the model answers on this hostname',
    openaiPathHelp:
      'Clients put what follows /v1/models/ into "model": {{model}}',
    preview: 'Address for predictions',
    noPreview: 'Shown once hostname and path are right',
    change: {
      open: 'Change address…',
      title: 'Change the address of {{model}}',
      explanation:
        'The new address is made first. The old one goes on answering until 10 seconds after the new one does, so that no caller who follows in time is refused.',
      submit: 'Change address',
      running: 'Moving… this takes a few seconds',
      failed: 'The address was not changed',
      same: 'is the present address already',
      noOptions: 'The hostnames could not be read',
      changedMeanwhile:
        'Somebody else has changed this publication meanwhile. Close this, look at its address, and try again.',
      doneTitle: '{{model}} has a new address',
      pendingTitle: '{{model}} is moving to its new address',
      done: 'The new address answers.',
      pending:
        'The new address does not answer yet. The old one goes on answering until 10 seconds after it does.',
      toast: 'The address of {{model}} was changed',
    },
  },
} as const;
