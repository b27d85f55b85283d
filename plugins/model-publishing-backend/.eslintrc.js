const packageLint = require('../../eslint/packageLint');

const STORES = ['state', 'keys', 'claims', 'records'];
const ENTRANCES = ['routes', 'actions'];
const STORIES = [...ENTRANCES, 'useCases'];

/** What a layer (a folder of src) must not import. plugin.ts and fleet wiring see everything. */
const MUST_NOT_IMPORT = {
  accessRequests: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    'tenancy',
    ...STORES,
  ],
  notifications: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    ...STORES,
  ],
  routes: [
    'cluster',
    'database',
    'models',
    'reconcile',
    'rendering',
    'usage',
    ...STORES,
  ],
  actions: ['cluster', 'models', 'reconcile', 'rendering', 'routes', ...STORES],
  useCases: [...ENTRANCES, 'cluster', 'database'],
  tenancy: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    ...STORES,
  ],
  permissions: [...ENTRANCES, 'cluster', 'rendering', ...STORES],
  idempotency: [
    ...ENTRANCES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    'tenancy',
    ...STORES,
  ],
  limits: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    'tenancy',
    ...STORES,
  ],
  listings: [...STORIES, 'cluster', 'claims', 'keys', 'records'],
  listeners: STORIES,
  reconcile: STORIES,
  usage: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'tenancy',
    'claims',
    'keys',
    'records',
  ],
  activity: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    'tenancy',
    'usage',
    ...STORES,
  ],
  live: [...STORIES, 'cluster', 'rendering', 'tenancy', ...STORES],
  // It fulfils what others declare beside what they do.
  metrics: ENTRANCES,
  database: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    'tenancy',
    'usage',
    ...STORES,
  ],
  rendering: [...STORIES, 'claims', 'probe', 'reconcile', 'records', 'tenancy'],
  models: [...STORIES, 'reconcile', 'rendering', 'tenancy', ...STORES],
  ...Object.fromEntries(
    STORES.map(store => [
      store,
      [...STORIES, 'reconcile', 'rendering', 'tenancy'],
    ]),
  ),
  cluster: [
    ...STORIES,
    'config',
    'models',
    'reconcile',
    'rendering',
    'tenancy',
    ...STORES,
  ],
  config: [
    ...STORIES,
    'cluster',
    'models',
    'reconcile',
    'rendering',
    ...STORES,
  ],
};

const zones = Object.entries(MUST_NOT_IMPORT).flatMap(([layer, forbidden]) =>
  forbidden.map(from => ({
    target: `./src/${layer}`,
    from: `./src/${from}`,
    message: `The layer "${layer}" must not know "${from}".`,
  })),
);

/** What is measured says so through interfaces of its own; only the wiring knows who counts. */
const metricsAreHidden = Object.keys(MUST_NOT_IMPORT)
  .filter(layer => layer !== 'metrics')
  .map(layer => ({
    target: `./src/${layer}`,
    from: './src/metrics',
    message: `The layer "${layer}" must not know "metrics".`,
  }));

/** Rendering describes objects: it may know their declarations, not how to reach them. */
const renderingIsPure = {
  target: './src/rendering',
  from: './src/cluster',
  except: ['./resources', './defineResource.ts'],
  message: 'Rendering is pure: of src/cluster it may import declarations only.',
};

const KUBERNETES = {
  name: '@kubernetes/client-node',
  message: 'Only src/cluster talks to Kubernetes.',
};
const EXPRESS = ['express', 'express-promise-router'].map(name => ({
  name,
  message: 'Only src/routes and src/externalAuthorization speak HTTP.',
}));

const onlyThere = (files, paths) => ({
  files,
  excludedFiles: ['**/*.test.ts', 'src/testing/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      { paths, patterns: packageLint.SANDBOX_PATTERNS },
    ],
  },
});

module.exports = packageLint(__dirname, {
  settings: {
    // Without the extension of TypeScript, imports are not resolved and the rule below would accept everything.
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
  },
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: [...zones, ...metricsAreHidden, renderingIsPure],
      },
    ],
  },
  overrides: [
    onlyThere(['src/**/*.ts'], [KUBERNETES, ...EXPRESS]),
    onlyThere(['src/cluster/**/*.ts'], EXPRESS),
    onlyThere(
      ['src/routes/**/*.ts', 'src/externalAuthorization/**/*.ts'],
      [KUBERNETES],
    ),
  ],
});
