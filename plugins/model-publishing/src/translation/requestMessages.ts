/** Texts about requests for access, and about who may use a publication. */
export const requestMessages = {
  requests: {
    title: 'Requests for access',
    roles: 'Which requests',
    toDecide: 'To decide',
    toDecideCount: 'To decide ({{number}})',
    mine: 'Mine',
    toDecideTitle: 'Requests for your published models',
    mineTitle: 'Requests of your tenants',
    openTitle: 'Open requests',
    error: 'The requests could not be read',
    loading: 'Looking for requests…',
    state: {
      label: 'State',
      all: 'All',
      pending: 'Open',
      approved: 'Approved',
      declined: 'Declined',
      withdrawn: 'Withdrawn',
    },
    columns: {
      model: 'Model',
      tenant: 'Tenant that asks',
      reason: 'Reason',
      requested: 'Asked',
      state: 'State',
      actions: 'Actions',
    },
    by: 'by {{name}}',
    noReason: 'None given',
    gone: 'Not published any more',
    because: 'Reason: {{reason}}',
    nothingToDecide: {
      title: 'Nothing to decide',
      description:
        'When somebody asks to use one of your published models, it shows up here. Only models that are visible to the whole portal can be asked for.',
      action: 'See your published models',
    },
    nothingAsked: {
      title: 'Your tenants have not asked for anything',
      description:
        'Published models that are visible to the whole portal can be asked for: open one and request access.',
      action: 'Look for models',
    },
    approve: {
      button: 'Approve',
      about: 'Approve: {{tenant}} to use {{model}}',
      title: 'Let {{tenant}} use {{model}}?',
      explanation:
        'Its owners can create API keys at once. You can remove the tenant at any time; its keys stop then.',
      reason: 'Words to those who have asked (optional)',
      submit: 'Approve',
      failed: 'The request was not approved',
      done: '{{tenant}} may use {{model}}',
    },
    decline: {
      button: 'Decline',
      about: 'Decline: {{tenant}} to use {{model}}',
      title: 'Decline the request of {{tenant}} for {{model}}?',
      explanation: 'Its owners see your reason, and may ask again.',
      reason: 'Reason',
      submit: 'Decline',
      failed: 'The request was not declined',
      done: 'The request of {{tenant}} for {{model}} is declined',
    },
    withdraw: {
      button: 'Withdraw',
      about: 'Withdraw: {{tenant}} to use {{model}}',
      title: 'Withdraw the request of {{tenant}} for {{model}}?',
      explanation: 'Its publisher has not decided yet. You can ask again.',
      submit: 'Withdraw',
      failed: 'The request was not withdrawn',
      done: 'The request of {{tenant}} for {{model}} is withdrawn',
    },
    running: 'One moment…',
    tooLong: 'At most 500 characters, without control characters',
    ask: {
      title: 'Request access',
      intro:
        'You see this model because its publisher shows it to the whole portal. To use it, one of your tenants needs access; its publisher decides.',
      noTenant:
        'Access is given to tenants, and you own none in cluster {{cluster}}. Ask the platform team to make your group the owner of one.',
      button: 'Request access…',
      again: 'Request access again…',
      dialogTitle: 'Request access to {{model}}',
      explanation:
        '{{publisher}}, which has published the model, is told about it and decides. You are told what was decided.',
      tenant: 'Tenant that is to use it',
      reason: 'What it is for (optional)',
      submit: 'Send request',
      failed: 'The request was not sent',
      sent: 'Access for {{tenant}} is requested',
      pending: 'Access for {{tenant}} is requested',
      pendingDetail:
        'Its publisher has not decided yet. You are told about it.',
      declined: 'Access for {{tenant}} was declined',
    },
  },
  access: {
    visibility: {
      title: 'Who sees it in the portal',
      options: 'Visible to',
      private: 'Your tenant only',
      privateHelp:
        'Nobody else finds it. Keys that other tenants have go on working.',
      consumers: 'Tenants that may use it',
      consumersHelp:
        'Their owners see its address, their own keys, limits and usage.',
      portal: 'Everybody',
      portalHelp:
        'Whoever signs in sees that it exists, and may request access for a tenant.',
      submit: 'Save',
      done: 'Visibility is changed',
    },
    tenants: {
      title: 'Tenants that may use it',
      explanation:
        'Their owners create and revoke keys of their own. You see all keys under Keys.',
      publisher: 'has published it',
      remove: 'Remove',
      removeTenant: 'Remove {{tenant}}',
      lastOne: 'One tenant must stay; add another one first.',
      add: 'Add a tenant',
      addHelp: 'Its id: the name of its namespace in cluster {{cluster}}',
      addButton: 'Add',
      notAnId: 'A tenant id has 1 to 63 characters of a-z, 0-9 and -',
      thereAlready: 'This tenant may use it already',
      added: '{{tenant}} may use it',
      removed: '{{tenant}} may not use it any more',
    },
    removal: {
      title: 'Remove {{tenant}}?',
      checking: 'Looking for keys of this tenant…',
      noKeys: 'It has no active key.',
      keys: 'Its active keys stop at once: {{number}}. Whoever uses them is refused. They work again if you add the tenant again before they expire.',
      unknownKeys:
        'Its keys stop at once, and whether it has any cannot be read at the moment. They work again if you add the tenant again.',
      confirm: 'Type {{tenant}} to confirm',
      submit: 'Remove',
    },
    keys: {
      title: 'API keys',
      needed: 'Callers need an API key',
      openToAll: 'Everybody can call it without a key',
      off: 'Models without keys are switched off on this platform.',
      fixed:
        'This cannot change for an OpenAI-compatible model: unpublish it and publish it again.',
      change: 'Callers need an API key',
      warning:
        'Everybody who reaches the gateway will be able to call this model, and its limits hold for all callers together. Usage by tenant and key ends.',
      closing: 'Calls without a key are refused as soon as you save.',
      submit: 'Save',
      done: 'It is changed who needs a key',
    },
    failed: 'The change was not made',
    changedMeanwhile:
      'Somebody else has changed this publication meanwhile. What you see now is how it is; make your change again.',
    running: 'Saving…',
    yours: {
      title: 'What your tenants may do',
      explanation:
        'Your tenants may call this model with keys of their own, within these limits:',
      tenants: 'Tenants',
      limits: 'Limits of the whole publication',
      toKeys: 'Keys of your tenants',
      changes:
        'Its publisher can change the limits, and take the access away again.',
    },
  },
} as const;
