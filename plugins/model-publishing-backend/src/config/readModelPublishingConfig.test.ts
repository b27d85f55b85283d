import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readModelPublishingConfig } from './readModelPublishingConfig';

const DAY_MS = 86_400_000;
const hostnames = {
  default: 'models.example.org',
  allowed: ['models.example.org'],
};
const gateway = {
  name: 'models',
  namespace: 'model-gateway',
  gateway: 'models',
  hostnames,
};
const teamA = { namespace: 'team-a', owners: ['group:team-a'] };
const kubernetes = {
  clusterLocatorMethods: [
    { type: 'config', clusters: [{ name: 'one' }, { name: 'two' }] },
  ],
};

const read = (
  modelPublishing: JsonObject,
  other: JsonObject = { kubernetes },
) => readModelPublishingConfig(new ConfigReader({ ...other, modelPublishing }));

/** The lines of the error, without what they all begin with. */
function problemsOf(modelPublishing: JsonObject, other?: JsonObject): string[] {
  try {
    read(modelPublishing, other);
    return [];
  } catch (error) {
    return `${error}`.split('\n  modelPublishing.').slice(1);
  }
}

const withGateway = (part: JsonObject): JsonObject => ({
  gateways: [{ ...gateway, ...part }],
});
const withHostnames = (part: JsonObject) =>
  withGateway({ hostnames: { ...hostnames, ...part } });
const beside = (part: JsonObject): JsonObject => ({
  gateways: [gateway],
  ...part,
});
const knative = (part: JsonObject) =>
  beside({
    clusters: {
      one: {
        knativeLocalGateway: { namespace: 'a', service: 'b', ...part },
      },
    },
  });

/** Each option at least once with a value that it cannot have, by the place that the problem names. */
const OUT_OF_RANGE: Array<[field: string, config: JsonObject]> = [
  ['instanceId', beside({ instanceId: '' })],
  ['instanceId', beside({ instanceId: 'a'.repeat(64) })],
  ['gateways[0].name', withGateway({ name: '' })],
  ['gateways[0].name', withGateway({ name: 'a'.repeat(64) })],
  ['gateways[0].cluster', withGateway({ cluster: '' })],
  ['gateways[0].namespace', withGateway({ namespace: 'Not A Namespace' })],
  ['gateways[0].gateway', withGateway({ gateway: '' })],
  ['gateways[0].gateway', withGateway({ gateway: 'a'.repeat(64) })],
  ['gateways[0].listeners[0]', withGateway({ listeners: [''] })],
  [
    'gateways[0].baseUrl.scheme',
    withGateway({ baseUrl: { scheme: 'ftp', port: 80 } }),
  ],
  [
    'gateways[0].baseUrl.port',
    withGateway({ baseUrl: { scheme: 'http', port: 80.5 } }),
  ],
  [
    'gateways[0].baseUrl.port',
    withGateway({ baseUrl: { scheme: 'http', port: 'http' } }),
  ],
  ['gateways[0].hostnames.default', withHostnames({ default: '*.a.org' })],
  ['gateways[0].hostnames.allowed', withHostnames({ allowed: [] })],
  [
    'gateways[0].hostnames.allowed[1]',
    withHostnames({ allowed: [hostnames.default, 'a.*.org'] }),
  ],
  [
    'gateways[0].hostnames.perTenant.team-a[0]',
    withHostnames({ perTenant: { 'team-a': ['A.org'] } }),
  ],
  [
    'gateways[0].hostnames.anonymous[0]',
    withHostnames({ anonymous: ['10.0.0.1'] }),
  ],
  [
    'gateways[0].hostnames.anonymous',
    withHostnames({ anonymous: hostnames.default }),
  ],
  ['gateways[0].keyMode', withGateway({ keyMode: 'open' })],
  [
    'gateways[0].capabilities.globalRateLimit',
    withGateway({ capabilities: { globalRateLimit: 'maybe' } }),
  ],
  [
    'gateways[0].capabilities.clientIdMetrics',
    withGateway({ capabilities: { clientIdMetrics: 'detect' } }),
  ],
  ...['0Mi', '20MB', '-1Mi', '1.5Mi', '020Mi'].map(
    (bufferLimit): [string, JsonObject] => [
      'gateways[0].bufferLimit',
      withGateway({ bufferLimit }),
    ],
  ),
  [
    'tenants[0].namespace',
    beside({ tenants: [{ ...teamA, namespace: '_a' }] }),
  ],
  [
    'services[0].subject',
    beside({ services: [{ subject: '', owners: ['group:a'] }] }),
  ],
  [
    'services[0].owners',
    beside({ services: [{ subject: 'external:ci', owners: [] }] }),
  ],
  ['limits.approximate', beside({ limits: { approximate: 'yes' } })],
  ...(
    [
      ['requestsPerMinute', 0],
      ['requestsPerHour', -1],
      ['tokensPerHour', 1.5],
      ['burstLimit', 2 ** 32],
    ] as const
  ).flatMap(([name, value]) =>
    (['defaults', 'maxima'] as const).map((part): [string, JsonObject] => [
      `limits.${part}.${name}`,
      beside({ limits: { [part]: { [name]: value } } }),
    ]),
  ),
  ['keys.prefix', beside({ keys: { prefix: 'a' } })],
  ['keys.prefix', beside({ keys: { prefix: 'a'.repeat(17) } })],
  ['keys.reveal', beside({ keys: { reveal: 'everybody' } })],
  ...['now', 'soon', '0d', '-1d', '1.5h'].map(
    (maxExpiry): [string, JsonObject] => [
      'keys.maxExpiry',
      beside({ keys: { maxExpiry } }),
    ],
  ),
  ...['never', '0h', '24', '-1h'].map((maximum): [string, JsonObject] => [
    'keys.grace.maximum',
    beside({ keys: { grace: { default: 'now', maximum } } }),
  ]),
  ['keys.grace.default', beside({ keys: { grace: { default: 'later' } } })],
  [
    'keys.grace',
    beside({ keys: { grace: { default: '24h', maximum: '23h' } } }),
  ],
  [
    'authentication.allowAnonymous',
    beside({ authentication: { allowAnonymous: 'sometimes' } }),
  ],
  ['openai.listModels', beside({ openai: { listModels: 'open' } })],
  ['openai.keyCopies', beside({ openai: { keyCopies: 0 } })],
  ['openai.keyCopies', beside({ openai: { keyCopies: 1.5 } })],
  ['openai.keyCopies', beside({ openai: { keyCopies: 'many' } })],
  ['timeouts.openai', beside({ timeouts: { openai: { seconds: 0 } } })],
  ['timeouts.openai', beside({ timeouts: { openai: { hours: 2 } } })],
  ...[0, 65_536, 'http'].map((port): [string, JsonObject] => [
    'clusters.one.knativeLocalGateway.port',
    knative({ port }),
  ]),
  [
    'clusters.one.knativeLocalGateway.namespace',
    knative({ namespace: 'not/a/namespace' }),
  ],
  [
    'clusters.one.clusterServingRuntimes',
    beside({ clusters: { one: { clusterServingRuntimes: 'yes' } } }),
  ],
];

describe('readModelPublishingConfig', () => {
  it('fills in defaults', () => {
    expect(read({ gateways: [gateway] })).toEqual({
      instanceId: 'default',
      gateways: [
        {
          ...gateway,
          cluster: 'one',
          listeners: [],
          baseUrl: { scheme: 'https', port: 443 },
          hostnames: {
            ...hostnames,
            perTenant: {},
            anonymous: [],
            custom: [],
          },
          keyMode: 'gateway',
          capabilities: { globalRateLimit: 'detect', clientIdMetrics: false },
          bufferLimit: '20Mi',
          extensionMessageSize: 4 * 1024 * 1024,
          probeUrl: undefined,
        },
      ],
      tenants: [],
      admins: [],
      services: [],
      tenancy: {
        membership: 'catalog',
        groupAnnotation: { trustedLocations: [] },
      },
      clusters: { default: 'one', known: ['one', 'two'] },
      clusterSettings: new Map(),
      prometheus: new Map(),
      limits: { defaults: {}, maxima: {}, approximate: false },
      keys: {
        prefix: 'mp',
        reveal: 'owners',
        maxExpiry: undefined,
        grace: { default: '24h', maximum: '30d' },
      },
      authentication: { allowAnonymous: false },
      openai: { listModels: 'closed', liveProbe: false },
      timeouts: { traditionalSeconds: 60, openaiSeconds: 600 },
      usage: {
        intervalMs: 10_000,
        delayMs: 0,
        retentionMs: {
          minute: 2 * DAY_MS,
          hour: 90 * DAY_MS,
          day: 730 * DAY_MS,
        },
      },
    });
  });

  it('takes everything that is given', () => {
    const given = {
      instanceId: 'sandbox',
      gateways: [
        {
          name: 'models',
          cluster: 'two',
          namespace: 'model-gateway',
          gateway: 'public',
          listeners: ['http', 'https'],
          baseUrl: { scheme: 'http' as const, port: 10_080 },
          hostnames: {
            default: 'a.apps.example.org',
            allowed: ['*.apps.example.org'],
            perTenant: { 'team-a': ['a.example.org'] },
            anonymous: ['open.apps.example.org'],
            custom: [],
          },
          keyMode: 'gateway' as const,
          capabilities: { globalRateLimit: true, clientIdMetrics: true },
          bufferLimit: '64Ki',
          extensionMessageSize: '8Mi',
          probeUrl: 'http://127.0.0.1:10080',
        },
      ],
      tenants: [
        { cluster: 'two', namespace: 'team-a', owners: ['group:default/a'] },
      ],
      admins: ['group:default/platform'],
      services: [{ subject: 'external:ci', owners: ['group:default/a'] }],
      tenancy: {
        membership: 'token' as const,
        groupAnnotation: {
          trustedLocations: ['url:https://git.example.org/org/*'],
        },
      },
      limits: {
        defaults: { requestsPerMinute: 100, requestsPerHour: 100 },
        maxima: { requestsPerMinute: 100, burstLimit: 10 },
        approximate: true,
      },
      keys: {
        prefix: 'acme',
        reveal: 'never',
        maxExpiry: '365d',
        grace: { default: '1h', maximum: '7d' },
      },
      authentication: { allowAnonymous: true },
      openai: { listModels: 'host' as const, liveProbe: true },
    };
    expect(
      read({
        ...given,
        clusters: {
          one: { clusterServingRuntimes: true },
          two: {
            serviceAccountToken: 'secret',
            knativeLocalGateway: {
              namespace: 'kourier-system',
              service: 'kourier-internal',
              port: '8081',
            },
            prometheus: { url: 'http://prometheus.example.org:9090' },
          },
        },
        usage: {
          interval: '1m',
          retention: { minutes: '1d', days: { days: 1000 } },
        },
        timeouts: { traditional: { minutes: 2 }, openai: '20m' },
      }),
    ).toEqual({
      ...given,
      gateways: given.gateways.map(one => ({
        ...one,
        extensionMessageSize: 8 * 1024 * 1024,
      })),
      clusters: { default: 'one', known: ['one', 'two'] },
      clusterSettings: new Map([
        [
          'one',
          {
            clusterServingRuntimes: true,
            knativeLocalGateway: {
              namespace: 'istio-system',
              service: 'knative-local-gateway',
              port: 80,
            },
          },
        ],
        [
          'two',
          {
            clusterServingRuntimes: false,
            knativeLocalGateway: {
              namespace: 'kourier-system',
              service: 'kourier-internal',
              port: 8081,
            },
          },
        ],
      ]),
      prometheus: new Map([
        [
          'two',
          expect.objectContaining({
            url: 'http://prometheus.example.org:9090',
          }),
        ],
      ]),
      timeouts: { traditionalSeconds: 120, openaiSeconds: 1200 },
      usage: {
        intervalMs: 60_000,
        delayMs: 0,
        retentionMs: {
          minute: DAY_MS,
          hour: 90 * DAY_MS,
          day: 1000 * DAY_MS,
        },
      },
    });
  });

  it('takes hostnames of tenants that Groups may name', () => {
    const perTenant = { 'team-b': ['b.org'] };
    const config = {
      gateways: [{ ...gateway, hostnames: { ...hostnames, perTenant } }],
    };
    const trustedLocations = ['msgraph:default/*'];
    expect(
      problemsOf({ ...config, tenancy: { groupAnnotation: {} } }),
    ).toHaveLength(1);
    expect(
      problemsOf({
        ...config,
        tenancy: { groupAnnotation: { trustedLocations } },
      }),
    ).toEqual([]);
  });

  it('writes owners in one form, and takes ports from environment variables', () => {
    const config = read({
      gateways: [{ ...gateway, baseUrl: { scheme: 'http', port: '10080' } }],
      tenants: [
        { namespace: 'team-a', owners: ['Group:Team-A', 'user:other/ann'] },
      ],
      admins: ['group:Platform'],
      services: [{ subject: 'external:ci', owners: ['Group:Default/Team-A'] }],
    });
    expect(config.tenants[0]?.owners).toEqual([
      'group:default/team-a',
      'user:other/ann',
    ]);
    expect(config.admins).toEqual(['group:default/platform']);
    expect(config.services[0]?.owners).toEqual(['group:default/team-a']);
    expect(config.gateways[0].baseUrl.port).toBe(10_080);
  });

  it.each<[string | JsonObject, number]>([
    [{ seconds: 90 }, 90],
    [{ minutes: 1, seconds: 30 }, 90],
    ['90s', 90],
    ['PT1M', 60],
    [{ hours: 1 }, 3600],
  ])('reads the duration %j', (traditional, seconds) => {
    expect(
      read({ gateways: [gateway], timeouts: { traditional } }).timeouts,
    ).toEqual({ traditionalSeconds: seconds, openaiSeconds: 600 });
  });

  it.each<[string | number | JsonObject]>([
    [{}],
    [{ fortnights: 1 }],
    [{ seconds: 0 }],
    [{ seconds: 1.5 }],
    [{ seconds: -60 }],
    [{ hours: 2 }],
    [60],
    ['60'],
    ['soon'],
  ])('refuses the duration %j', traditional => {
    expect(
      problemsOf({ gateways: [gateway], timeouts: { traditional } }),
    ).toEqual([expect.stringMatching(/^timeouts\.traditional: must be whole/)]);
  });

  it.each<[string, JsonObject, string]>([
    ['no gateways', {}, 'gateways: is missing'],
    [
      'an empty list of gateways',
      { gateways: [] },
      'gateways: must have at least one entry',
    ],
    [
      'a gateway without a name',
      { gateways: [{ ...gateway, name: undefined }] },
      'gateways[0].name: is missing',
    ],
    [
      'an unknown key',
      { gateways: [gateway], typo: 1 },
      'typo: is not a known key',
    ],
    [
      'an unknown key further down',
      { gateways: [{ ...gateway, baseURL: {} }] },
      'gateways[0].baseURL: is not a known key',
    ],
    [
      'an instance id that cannot be a label value',
      { gateways: [gateway], instanceId: 'a b' },
      'instanceId: must be usable as a label value',
    ],
    [
      'an unknown cluster of a gateway',
      { gateways: [{ ...gateway, cluster: 'x' }] },
      'gateways[0].cluster: "x" is not in kubernetes.clusterLocatorMethods (known: one, two)',
    ],
    [
      'an unknown cluster of a tenant',
      { gateways: [gateway], tenants: [{ ...teamA, cluster: 'x' }] },
      'tenants[0].cluster: "x" is not in',
    ],
    [
      'an account for an unknown cluster, which would never be used',
      { gateways: [gateway], clusters: { x: { serviceAccountToken: 't' } } },
      'clusters.x: "x" is not in',
    ],
    [
      "a local gateway of Knative that is an address instead of a Service's name",
      {
        gateways: [gateway],
        clusters: {
          one: {
            knativeLocalGateway: {
              namespace: 'istio-system',
              service: 'gateway.example.org',
            },
          },
        },
      },
      'clusters.one.knativeLocalGateway.service: must be 1 to 63 characters',
    ],
    [
      'two accounts for one cluster',
      {
        gateways: [gateway],
        clusters: {
          one: { serviceAccountToken: 't', serviceAccountTokenFile: '/t' },
        },
      },
      'clusters.one: must have serviceAccountToken or serviceAccountTokenFile',
    ],
    [
      'a name used twice',
      { gateways: [gateway, { ...gateway, gateway: 'other' }] },
      'gateways[1].name: "models" is used twice',
    ],
    [
      'a Gateway used twice',
      { gateways: [gateway, { ...gateway, name: 'other', cluster: 'one' }] },
      'gateways[1].gateway: this Gateway is configured twice',
    ],
    [
      'a listener named twice',
      { gateways: [{ ...gateway, listeners: ['https', 'https'] }] },
      'gateways[0].listeners: must not name a listener twice',
    ],
    [
      'an unknown kind of membership',
      { gateways: [gateway], tenancy: { membership: 'none' } },
      'tenancy.membership: Invalid option',
    ],
    [
      'a trusted location that would match the hosts of strangers',
      {
        gateways: [gateway],
        tenancy: {
          groupAnnotation: {
            trustedLocations: [
              'url:https://git.example.org/*',
              'url:https://git.example.org*',
            ],
          },
        },
      },
      'tenancy.groupAnnotation.trustedLocations[1]: must be a location such as',
    ],
    [
      'a default hostname that is not allowed',
      {
        gateways: [
          { ...gateway, hostnames: { ...hostnames, default: 'a.org' } },
        ],
      },
      'gateways[0].hostnames.default: "a.org" must be among hostnames.allowed',
    ],
    [
      'a default hostname that only one tenant is allowed',
      {
        gateways: [
          {
            ...gateway,
            hostnames: {
              ...hostnames,
              default: 'a.org',
              perTenant: { 'team-a': ['a.org'] },
            },
          },
        ],
        tenants: [teamA],
      },
      'gateways[0].hostnames.default: "a.org" must be among hostnames.allowed',
    ],
    [
      'a hostname that is an address',
      {
        gateways: [
          { ...gateway, hostnames: { ...hostnames, allowed: ['10.0.0.1'] } },
        ],
      },
      'gateways[0].hostnames.allowed[0]: must be a DNS name',
    ],
    [
      'hostnames of an unknown tenant',
      {
        gateways: [
          {
            ...gateway,
            hostnames: { ...hostnames, perTenant: { nobody: ['a.org'] } },
          },
        ],
      },
      'gateways[0].hostnames.perTenant.nobody: is no tenant',
    ],
    [
      "a tenant that owns the gateway's namespace",
      {
        gateways: [gateway],
        tenants: [{ ...teamA, namespace: 'model-gateway', cluster: 'one' }],
      },
      "gateways[0].namespace: must not be a tenant's namespace",
    ],
    [
      'an owner that is neither Group nor User',
      {
        gateways: [gateway],
        tenants: [{ ...teamA, owners: ['component:a'] }],
      },
      'tenants[0].owners[0]: must be a ref of a Group or User',
    ],
    [
      'an admin without a kind',
      { gateways: [gateway], admins: ['platform'] },
      'admins[0]: must be a ref of a Group or User',
    ],
    [
      'a tenant without owners',
      { gateways: [gateway], tenants: [{ ...teamA, owners: [] }] },
      'tenants[0].owners: ',
    ],
    [
      'a tenant configured twice',
      { gateways: [gateway], tenants: [teamA, { ...teamA, cluster: 'one' }] },
      'tenants[1].namespace: "one/team-a" is configured twice',
    ],
    [
      'a plugin that stands for owners',
      {
        gateways: [gateway],
        services: [{ subject: 'plugin:scaffolder', owners: ['group:a'] }],
      },
      'services[0].subject: "plugin:scaffolder" cannot stand for owners, because a static token that passes through the scaffolder or MCP arrives as that plugin',
    ],
    [
      'a service configured twice',
      {
        gateways: [gateway],
        services: [
          { subject: 'external:ci', owners: ['group:a'] },
          { subject: 'external:ci', owners: ['group:b'] },
        ],
      },
      'services[1].subject: "external:ci" is configured twice',
    ],
    [
      'a default above its maximum',
      {
        gateways: [gateway],
        limits: { defaults: { burstLimit: 2 }, maxima: { burstLimit: 1 } },
      },
      'limits.defaults.burstLimit: 2 is above limits.maxima.burstLimit, which is 1',
    ],
    [
      'a default that one of the gateways cannot keep',
      {
        gateways: [
          { ...gateway, capabilities: { globalRateLimit: true } },
          {
            ...gateway,
            name: 'small',
            gateway: 'small',
            capabilities: { globalRateLimit: false },
          },
        ],
        limits: { defaults: { requestsPerMinute: 2 } },
      },
      'limits.defaults.requestsPerMinute: gateway "small" cannot keep it without capabilities.globalRateLimit',
    ],
    [
      'a limit of zero',
      { gateways: [gateway], limits: { maxima: { burstLimit: 0 } } },
      'limits.maxima.burstLimit: must be at least 1',
    ],
    ...(['defaults', 'maxima'] as const).map(
      (section): [string, object, string] => [
        `limits of single tenants in ${section}`,
        {
          gateways: [gateway],
          limits: { [section]: { perTenant: { 'team-a': { burstLimit: 1 } } } },
        },
        `limits.${section}.perTenant: is for single publications only`,
      ],
    ),
    [
      'a key prefix of a wrong form',
      { gateways: [gateway], keys: { prefix: 'M_' } },
      'keys.prefix: must be 2 to 16 characters',
    ],
    [
      'port 0',
      { gateways: [{ ...gateway, baseUrl: { scheme: 'http', port: 0 } }] },
      'gateways[0].baseUrl.port: ',
    ],
    [
      'port 65536',
      { gateways: [{ ...gateway, baseUrl: { scheme: 'http', port: 65_536 } }] },
      'gateways[0].baseUrl.port: ',
    ],
    [
      'a buffer limit without a unit',
      { gateways: [{ ...gateway, bufferLimit: '20' }] },
      'gateways[0].bufferLimit: must be a quantity',
    ],
    ...['4', '4MB', '0Mi', '-4Mi', '1023Ki'].map(
      (extensionMessageSize): [string, JsonObject, string] => [
        `the message size "${extensionMessageSize}"`,
        { gateways: [{ ...gateway, extensionMessageSize }] },
        'gateways[0].extensionMessageSize: must be',
      ],
    ),
    ...['ftp://x', 'x:80', 'http://x/models', 'http://a:b@x', 'http://'].map(
      (probeUrl): [string, JsonObject, string] => [
        `the probe address "${probeUrl}"`,
        { gateways: [{ ...gateway, probeUrl }] },
        'gateways[0].probeUrl: must be scheme, host and port only',
      ],
    ),
    ...OUT_OF_RANGE.map(([field, config]): [string, JsonObject, string] => [
      `${field}: ${JSON.stringify(config)}`,
      config,
      `${field}: `,
    ]),
  ])('refuses %s and says nothing else', (_, config, problem) => {
    expect(problemsOf(config)).toEqual([expect.stringContaining(problem)]);
    expect(problemsOf(config)[0]).toMatch(/^[a-z]/);
  });

  it('lists wrong forms and broken rules together', () => {
    expect(
      problemsOf({
        typo: 1,
        gateways: [{ ...gateway, cluster: 'x' }, { name: 'broken' }],
        tenants: [
          { namespace: 'Team A', owners: ['group:a'] },
          { ...teamA, cluster: 'y' },
        ],
        services: [{ subject: 'plugin:x', owners: ['component:a'] }],
        limits: { defaults: { burstLimit: 9 }, maxima: { burstLimit: 1 } },
        keys: { prefix: 'M_' },
      }).map(problem => problem.split(': ')[0]),
    ).toEqual([
      'gateways[1].namespace',
      'gateways[1].gateway',
      'gateways[1].hostnames',
      'tenants[0].namespace',
      'services[0].owners[0]',
      'keys.prefix',
      'typo',
      'gateways[0].cluster',
      'tenants[1].cluster',
      'limits.defaults.burstLimit',
    ]);
  });

  it('does not report what only follows from another mistake', () => {
    expect(
      problemsOf({
        gateways: [
          {
            ...gateway,
            hostnames: { ...hostnames, perTenant: { 'team-a': ['a.org'] } },
          },
        ],
        tenants: [{ ...teamA, owners: ['component:a'] }],
      }),
    ).toEqual([expect.stringContaining('tenants[0].owners[0]: must be')]);
  });

  it('refuses a section that is a list or text', () => {
    const config = new ConfigReader({ kubernetes, modelPublishing: 'models' });
    expect(() => readModelPublishingConfig(config)).toThrow(
      /expected object, received string/,
    );
  });

  it('never writes a token into a problem', () => {
    const problems = problemsOf({
      gateways: [gateway],
      clusters: {
        one: {
          serviceAccountToken: 'not-for-logs',
          serviceAccountTokenFile: '/token',
        },
        x: { serviceAccountToken: 'not-for-logs' },
      },
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain('not-for-logs');
  });

  describe('when not all clusters are in app-config', () => {
    const locators = (...types: string[]) => ({
      kubernetes: { clusterLocatorMethods: types.map(type => ({ type })) },
    });

    it.each<[string, JsonObject]>([
      ['of the catalog', locators('catalog')],
      ['of a connector of its own', {}],
    ])('believes names of clusters %s', (_, other) => {
      const { gateways } = read(
        { gateways: [{ ...gateway, cluster: 'far' }] },
        other,
      );
      expect(gateways[0].cluster).toBe('far');
    });

    it('has no default cluster', () => {
      expect(problemsOf({ gateways: [gateway] }, locators('catalog'))).toEqual([
        expect.stringContaining('gateways[0].cluster: is missing'),
      ]);
    });

    it('knows kubectl proxy by the name that the Kubernetes plugin gives it', () => {
      const { gateways } = read(
        { gateways: [gateway] },
        locators('localKubectlProxy'),
      );
      expect(gateways[0].cluster).toBe('local');
    });
  });
});
