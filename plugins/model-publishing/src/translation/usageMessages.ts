/** Texts about usage over time. */
export const usageMessages = {
  usageOverTime: {
    title: 'Usage',
    loading: 'Loading usage…',
    failed: 'The usage could not be read',
    asTables: 'Show as tables',
    asOf: 'Counted up to {{time}}.',
    since: 'Counting began {{time}}.',
    utcDays: 'Days are days of UTC.',
    localTimes: 'Times are those of your time zone ({{zone}}).',
    pending:
      'Not counted yet. The first numbers appear when the metrics of the gateway are read next.',
    ofTenants:
      'These are the requests made with keys of your own tenants. What others use is shown to the publisher only.',
    notCounted:
      'The platform does not count these requests by key, so it is not known how many there were.',
    unknownSpan: 'Not known',
    unknown: {
      title: 'Nothing is known of this time',
      description:
        'Counting had not begun yet, has not got there, or its numbers are not kept any more. Choose another time.',
    },
    total: 'Total',
    others: 'Others',
    status: 'Status {{status}}',
    step: { minute: 'Minute', hour: 'Hour', day: 'Day (UTC)' },
    export: 'Export: {{title}}',
    exported: 'Exported: {{title}}',
    as: { csv: 'As CSV file', json: 'As JSON file' },
    range: {
      label: 'Time',
      '1h': '1 h',
      '24h': '24 h',
      '7d': '7 d',
      '30d': '30 d',
      '90d': '90 d',
      custom: 'Custom',
      from: 'From',
      to: 'To',
      show: 'Show',
      problem: {
        missing: 'Enter a date and a time',
        order: 'Must be after the beginning',
        tooLong: 'Choose a time of at most four years',
      },
    },
    empty: {
      title: 'No requests in this time',
      description:
        'Nobody has called the model. Choose another time, or send the first request yourself.',
      action: 'Try it',
    },
    figures: {
      requests: 'Requests in this time',
      calls: 'Requests in this time',
      limited: 'Refused by limits',
      tokens: 'Tokens',
      errors: 'Errors',
      inTotal: 'Requests since counting began',
      today: 'Today (UTC)',
      lastAccess: 'Last access',
    },
    answers: {
      title: 'Answers by status',
      none: 'The model has answered no requests in this time.',
    },
    statusClass: {
      '2xx': 'Success (2xx)',
      '3xx': 'Redirection (3xx)',
      '4xx': 'Caller’s errors (4xx)',
      '5xx': 'Server’s errors (5xx)',
      other: 'Other',
    },
    errors: {
      title: 'Errors',
      none: 'No errors in this time.',
    },
    limited: {
      title: 'Refused by limits',
      label: 'Refused',
      none: 'No requests were refused by limits in this time.',
    },
    calls: {
      title: 'Requests with your keys',
      label: 'Requests',
      explanation: 'All of them, also those that were refused.',
      none: 'No requests with your keys in this time, or none that the platform counts.',
    },
    tokens: {
      title: 'Tokens',
      none: 'No tokens in this time.',
    },
    tokenType: { input: 'Input', output: 'Output' },
    breakdown: {
      by: 'Tell apart by',
      of: 'Count',
      grouping: { tenant: 'Tenants', key: 'Keys' },
      measure: { calls: 'Requests', tokens: 'Tokens' },
      title: {
        tenant: {
          calls: 'Requests by tenant',
          tokens: 'Tokens by tenant',
        },
        key: { calls: 'Requests by key', tokens: 'Tokens by key' },
      },
      keyOf: '{{key}} of {{tenant}}',
      none: {
        calls:
          'No requests in this time, or the platform does not count them by key.',
        tokens:
          'No tokens in this time, or the platform does not count them by key.',
      },
    },
  },
} as const;
