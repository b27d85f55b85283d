/** Texts about one publication, wherever it is shown. */
export const publicationMessages = {
  modelType: {
    label: 'Type',
    traditional: 'Traditional',
    openai: 'OpenAI-compatible',
  },
  public: {
    label: 'Public',
    explanation:
      'Everybody who reaches the gateway can call this model without a key. Its limits hold for all callers together.',
  },
  address: {
    label: 'Address',
    baseUrl: 'Base URL of OpenAI clients',
    model: 'Model name',
  },
  example: {
    label: 'Try it',
    predictHelp: 'Put your own input in the place of the example.',
    chatHelp:
      'This asks for a chat completion. Models for other tasks answer under the same base URL, at /completions, /embeddings and /responses.',
    holdsKey: 'The command holds your key: do not share it.',
  },
  warnings: { title: 'Accepted, but without effect' },
  phase: {
    Pending: 'Pending',
    Published: 'Published',
    Degraded: 'Degraded',
    Unpublishing: 'Unpublishing',
    Rejected: 'Rejected',
  },
  limits: {
    requestsPerMinute: '{{value}} requests/min',
    requestsPerHour: '{{value}} requests/h',
    tokensPerHour: '{{value}} tokens/h',
    burstLimit: '{{value}} requests/s',
    none: 'No limits',
    ofTenant: '{{tenant}}:',
  },
  conditions: {
    title: 'Conditions',
    True: 'OK',
    False: 'Problem',
    Unknown: 'Not known yet',
    advice: 'What to do: {{advice}}',
    ModelReady: 'Model is ready',
    RouteAccepted: 'Address is served',
    KeysEnforced: 'Access rules are in force',
    LimitsEnforced: 'Limits are in force',
    Reachable: 'Reachable from outside',
    summary: '{{good}} of {{all}} conditions are OK',
  },
  copy: {
    copied: 'Copied',
    addressOf: 'Copy address of {{model}}',
    baseUrlOf: 'Copy base URL of {{model}}',
    modelOf: 'Copy model name of {{model}}',
    url: 'Copy address',
    baseUrl: 'Copy base URL',
    model: 'Copy model name',
    key: 'Copy API key',
    command: 'Copy command',
  },
  card: {
    title: 'Publication',
    loading: 'Looking for the publication…',
    error: 'The publication could not be read',
    phase: 'Status',
    limits: 'Limits',
    key: 'API key',
    noKey: 'None; rotate the key to get one',
    example: 'Example request',
    all: 'All published models',
    notPublished: 'This model is ready and not published.',
    publish: 'Publish…',
    notReady:
      'This model is not ready, so it cannot be published yet: {{reason}}',
    invisible: 'Not published, or not visible to you.',
    invisibleHint:
      'If the model is yours, look whether it runs in a namespace of one of your tenants.',
    badAnnotation:
      'The annotation {{annotation}} of this entity is "{{value}}". It must read [<cluster>/]<namespace>/<name>.',
  },
} as const;
