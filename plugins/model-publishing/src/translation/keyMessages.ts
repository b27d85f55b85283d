/** Texts about the keys of a publication, and about snippets. */
export const keyMessages = {
  keys: {
    title: 'API keys',
    intro:
      'Whoever calls the model sends one of these keys. Limits and usage go by tenant, so several keys of one tenant share them.',
    storage:
      'The gateway checks keys itself. That is why it needs to know them: they lie in a Kubernetes Secret in its namespace, beside the gateway, and whoever may read Secrets there can read them. This page never holds a key unless you ask for it.',
    public: {
      title: 'This model needs no keys',
      description:
        'It is public, so there are none to create or replace. To require keys, change its access.',
    },
    error: 'The keys could not be read',
    empty: {
      title: 'There are no keys yet',
      description:
        'Create a key for one of your tenants; without one nobody can call the model.',
    },
    noTenant:
      'None of your tenants may use this model, so you cannot have keys of it. Its publisher can allow a tenant.',
    columns: {
      key: 'Key',
      tenant: 'Tenant',
      state: 'State',
      created: 'Created',
      lastUsed: 'Last used',
      ends: 'Expires',
      actions: 'Actions',
    },
    filters: { label: 'Filter keys' },
    primary: 'Primary',
    primaryHelp:
      'The key that is replaced when the key of the tenant is rotated',
    createdBy: 'by {{who}}',
    lastUsed: {
      notKnown: 'not known',
      never: 'not used so far',
    },
    ends: {
      never: 'does not expire',
      grace: 'Replaced; works until {{time}}',
      revoked: 'Revoked',
      expired: 'Expired',
    },
    states: {
      pending: 'Pending',
      active: 'Active',
      suspended: 'Suspended',
      lost: 'Lost',
      expired: 'Expired',
      revoked: 'Revoked',
    },
    explanations: {
      pending: 'The gateway does not know it yet; usually a matter of seconds.',
      suspended:
        'Its tenant may not use the model at the moment. It works again when the tenant is allowed again.',
      lost: 'Its value was deleted at the gateway by hand. Rotate it to get one that works.',
    },
    select: 'Select key {{hint}}',
    menu: 'Actions for key {{hint}}',
    actions: {
      rotate: 'Rotate…',
      reveal: 'Show the key…',
      revoke: 'Revoke…',
    },
    create: {
      open: 'Create key',
      title: 'New key for {{model}}',
      name: 'Name',
      nameHelp: 'What it is for, such as the name of an application. Optional.',
      nameLength: 'must have at most 63 characters',
      tenant: 'Tenant',
      tenantHelp: 'Who uses the key; its limits and usage count for the tenant',
      expiry: 'Expires',
      submit: 'Create key',
      running: 'Creating the key…',
      failed: 'The key was not created',
      doneTitle: 'New key of {{tenant}} for {{model}}',
      done: 'The key works.',
      pending:
        'The key is made, but the gateway has not answered with it yet. This is usually a matter of seconds; try again if a request is refused.',
    },
    periods: {
      never: 'Does not expire',
      longest: "After the platform's maximum ({{period}})",
      now: 'At once',
      custom: 'Own choice…',
      minutes: 'After {{amount}} minutes',
      hours: 'After {{amount}} h',
      days: 'After {{amount}} d',
      customHours: 'Hours (at most {{maximum}})',
      customDays: 'Days (at most {{maximum}})',
      wholeNumber: 'must be a whole number from 1 to {{maximum}}',
    },
    rotate: {
      title: 'Rotate key {{hint}}',
      grace: 'The present key stops',
      graceHelp: 'Until then both keys work, so that callers can change over.',
      oldUntil: 'The new key works. The old key works until {{time}}.',
      oldUntilPending:
        'The key was replaced, but the gateway has not answered with the new one yet. The old key works until {{time}}.',
    },
    reveal: {
      title: 'Show key {{hint}}',
      warning:
        'This is written to the audit log with your name. The key is hidden again after a minute, or when you leave this window.',
      submit: 'Show the key',
      running: 'Asking for the key…',
      failed: 'The key was not shown',
      refused: 'The key cannot be shown.',
      lost: 'Its value was deleted at the gateway by hand, so nobody can see it again. Rotate the key.',
      unavailable: 'The cluster does not answer; try again later.',
      hide: 'Hide the key',
    },
    revoke: {
      title: 'Revoke key {{hint}}',
      intro:
        'Everybody who uses this key of {{tenant}} is refused at once. It does not come back.',
      lastUsed: 'Last used:',
      confirm: 'Type {{word}} to confirm',
      submit: 'Revoke',
      running: 'Stopping the key…',
      failed: 'The key was not revoked',
      doneTitle: 'Key {{hint}} is revoked',
      now: 'The gateway refuses it.',
      pending:
        'It is revoked, but the gateway has not been seen to refuse it yet. This is usually a matter of seconds.',
      toast: 'Key {{hint}} is revoked',
    },
    revokeMany: {
      open: 'Revoke several…',
      title: 'Revoke keys of {{model}}',
      which: 'Which keys',
      selected: 'The selected keys ({{amount}})',
      olderThan: 'All that were created before a day',
      ofTenant: 'All of a tenant',
      day: 'Created before',
      tenant: 'Tenant',
      plan: 'See which ones',
      planning: 'Looking which keys these are…',
      planFailed: 'Nobody could say which keys these are',
      none: 'No key that still works is among them.',
      planned: 'These {{amount}} keys stop at once and do not come back:',
      more: 'and {{amount}} more',
      keyOfTenant: '{{hint}} of {{tenant}}',
      back: 'Back',
      submit: 'Revoke {{amount}} keys',
      running: 'Stopping the keys…',
      failed: 'The keys were not revoked',
      doneTitle: '{{amount}} keys are revoked',
      now: 'The gateway refuses them.',
      pending:
        'They are revoked, but the gateway has not been seen to refuse them yet. This is usually a matter of seconds.',
      toast: '{{amount}} keys are revoked',
    },
  },
  snippets: {
    title: 'Call the model',
    languages: 'Languages',
    language: {
      curl: 'curl',
      'python-requests': 'Python (requests)',
      'python-openai': 'Python (openai)',
      javascript: 'JavaScript',
      'javascript-openai': 'JavaScript (openai)',
      go: 'Go',
    },
    setKey: 'Set the key first',
    setKeyTo: "export {{variable}}='<your key>'",
    copySetKey: 'Copy the line that sets the key',
    code: 'Code',
    copyCode: 'Copy the code',
    notes: {
      curl: 'For a POSIX shell.',
      'python-requests': 'Needs: pip install requests',
      'python-openai': 'Needs: pip install openai',
      javascript:
        'For Node.js 18 or newer, as a file that ends in .mjs. Never in a browser: whoever opens the page could read the key.',
      'javascript-openai':
        'Needs: npm install openai. For Node.js, as a file that ends in .mjs.',
      go: 'As main.go, with: go run main.go',
    },
    refusedByFetch:
      'The port of this gateway is one that fetch refuses, so the OpenAI client for JavaScript, which uses fetch, cannot reach it.',
  },
} as const;
