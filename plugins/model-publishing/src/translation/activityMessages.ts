/** Texts about what has happened to a publication, and about pages that keep themselves up to date. */
export const activityMessages = {
  activity: {
    title: 'Activity',
    intro:
      'What was done to this publication, and what the portal has done by itself. It is kept for 90 days; the audit log has everything.',
    filter: 'Kind',
    columns: {
      when: 'When',
      what: 'What',
      who: 'Who',
      outcome: 'Outcome',
      details: 'Details',
    },
    actions: {
      'publication-create': 'Published',
      'publication-update': 'Updated',
      'publication-delete': 'Unpublished',
      'publication-repair': 'Put back',
      'publication-phase': 'Status',
      'key-create': 'Key created',
      'key-rotate': 'Key rotated',
      'key-revoke': 'Key revoked',
      'key-reveal': 'Key shown',
    },
    outcome: { success: 'Done', failure: 'Failed' },
    system: 'The portal',
    service: '{{name}} (service)',
    asAdmin: 'as administrator',
    details: {
      key: 'Key {{id}}',
      keys: '{{number}} keys: {{ids}}',
      keyOf: 'Key {{id}} of {{tenant}}',
      changed: 'Changed: {{parts}}',
      objects: 'Had been changed or deleted by somebody else: {{objects}}',
      phase: 'It is {{phase}} now',
      phaseBecause: 'It is {{phase}} now: {{reason}}',
      fields: 'Refused: {{fields}}',
    },
    parts: {
      rateLimiting: 'limits',
      authentication: 'keys and tenants',
      publicHostname: 'hostname',
      externalPath: 'path',
      visibility: 'visibility',
      metadata: 'metadata',
    },
    problems: {
      ConflictError: 'It was in conflict with something else',
      FieldConflictError: 'It was taken already',
      NotAllowedError: 'It was not allowed',
      NotFoundError: 'Something was not there',
      PreconditionFailedError: 'Somebody else had changed it meanwhile',
      RuleViolationError: 'It was against the rules of the platform',
      InputError: 'It was not valid',
      ServiceUnavailableError: 'The cluster did not answer',
      other: 'It ended with an error ({{name}})',
    },
    empty: {
      title: 'Nothing has happened yet',
      description:
        'Changes, keys that are issued or revoked, and repairs show up here by themselves.',
    },
    error: 'The activity could not be read',
  },
  live: {
    outage:
      'The portal does not answer at the moment. What you see may be out of date; it will be updated by itself.',
  },
} as const;
