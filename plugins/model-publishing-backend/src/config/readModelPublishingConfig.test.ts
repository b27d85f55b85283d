import { mockServices } from '@backstage/backend-test-utils';
import { readModelPublishingConfig } from './readModelPublishingConfig';

const gateway = {
  name: 'models',
  namespace: 'model-gateway',
  gateway: 'models',
  hostnames: { default: 'models.example.org', allowed: ['models.example.org'] },
};
const kubernetes = {
  clusterLocatorMethods: [
    { type: 'config', clusters: [{ name: 'one' }, { name: 'two' }] },
  ],
};

const read = (modelPublishing: object) =>
  readModelPublishingConfig(
    mockServices.rootConfig({ data: { kubernetes, modelPublishing } }),
  );

function problemsOf(modelPublishing: object): string {
  try {
    read(modelPublishing);
    return '';
  } catch (error) {
    return `${error}`;
  }
}

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
          hostnames: { ...gateway.hostnames, perTenant: {} },
          keyMode: 'gateway',
          capabilities: { globalRateLimit: false },
          bufferLimit: '20Mi',
          probeUrl: undefined,
        },
      ],
      tenants: [],
      admins: [],
      services: [],
      limits: { defaults: {}, maxima: {} },
      keys: { prefix: 'mp' },
      timeouts: { traditionalSeconds: 60 },
    });
  });

  it('writes owners in one form, and takes ports from environment variables', () => {
    const config = read({
      gateways: [{ ...gateway, baseUrl: { scheme: 'http', port: '10080' } }],
      tenants: [
        { namespace: 'team-a', owners: ['Group:Team-A', 'user:other/ann'] },
      ],
    });
    expect(config.tenants).toEqual([
      {
        cluster: 'one',
        namespace: 'team-a',
        owners: ['group:default/team-a', 'user:other/ann'],
      },
    ]);
    expect(config.gateways[0].baseUrl.port).toBe(10_080);
  });

  it.each<[string, object, RegExp]>([
    ['no gateway', { gateways: [] }, /gateways: /],
    [
      'an unknown key',
      { gateways: [gateway], typo: 1 },
      /modelPublishing\.typo: is not a known key/,
    ],
    [
      'an unknown cluster',
      { gateways: [{ ...gateway, cluster: 'x' }] },
      /gateways\[0\]\.cluster: "x" is not in/,
    ],
    [
      'a name used twice',
      { gateways: [gateway, { ...gateway, gateway: 'other' }] },
      /gateways\[1\]\.name/,
    ],
    [
      'a Gateway used twice',
      { gateways: [gateway, { ...gateway, name: 'other' }] },
      /configured twice/,
    ],
    [
      'a default hostname that is not allowed',
      {
        gateways: [
          { ...gateway, hostnames: { default: 'a.org', allowed: ['b.org'] } },
        ],
      },
      /hostnames\.default/,
    ],
    [
      "a tenant that owns the gateway's namespace",
      {
        gateways: [gateway],
        tenants: [{ namespace: 'model-gateway', owners: ['group:a'] }],
      },
      /could read the keys/,
    ],
    [
      'an owner that is neither Group nor User',
      {
        gateways: [gateway],
        tenants: [{ namespace: 'a', owners: ['component:a'] }],
      },
      /tenants\[0\]\.owners\[0\]: must be a ref/,
    ],
    [
      'a tenant configured twice',
      {
        gateways: [gateway],
        tenants: [
          { namespace: 'a', owners: ['group:a'] },
          { namespace: 'a', owners: ['group:b'] },
        ],
      },
      /tenants\[1\]/,
    ],
    [
      'a plugin that stands for owners',
      {
        gateways: [gateway],
        services: [{ subject: 'plugin:scaffolder', owners: ['group:a'] }],
      },
      /services\[0\]\.subject: "plugin:scaffolder" cannot/,
    ],
    [
      'a default above its maximum',
      {
        gateways: [gateway],
        limits: { defaults: { burstLimit: 2 }, maxima: { burstLimit: 1 } },
      },
      /limits\.defaults\.burstLimit/,
    ],
    [
      'a default that a gateway cannot keep',
      { gateways: [gateway], limits: { defaults: { requestsPerMinute: 2 } } },
      /without capabilities\.globalRateLimit/,
    ],
    [
      'a key prefix of a wrong form',
      { gateways: [gateway], keys: { prefix: 'M_' } },
      /keys\.prefix/,
    ],
    [
      'a port out of range',
      { gateways: [{ ...gateway, baseUrl: { scheme: 'http', port: 0 } }] },
      /baseUrl\.port/,
    ],
    [
      'a probe address of another kind',
      { gateways: [{ ...gateway, probeUrl: 'ftp://x' }] },
      /probeUrl/,
    ],
  ])('refuses %s', (_, config, problem) => {
    expect(problemsOf(config)).toMatch(problem);
  });

  it('lists all problems together', () => {
    const problems = problemsOf({
      gateways: [{ ...gateway, cluster: 'x' }],
      tenants: [{ cluster: 'y', namespace: 'a', owners: ['group:a'] }],
      services: [{ subject: 'plugin:x', owners: ['group:a'] }],
    });
    expect(problems.match(/\n {2}modelPublishing\./g)).toHaveLength(3);
  });
});
