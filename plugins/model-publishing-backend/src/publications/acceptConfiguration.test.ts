import { ServiceUnavailableError } from '@backstage/errors';
import { PublicationConfig } from '@inference-portal/plugin-model-publishing-common';
import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { AcceptanceContext, acceptConfiguration } from './acceptConfiguration';

const context: AcceptanceContext = {
  model: 'iris',
  modelType: 'traditional',
  gateway: aGateway({
    hostnames: {
      default: 'models.example.org',
      allowed: ['models.example.org', '*.apps.example.org'],
      perTenant: { 'tenant-b': ['b.example.org'] },
      anonymous: ['*.open.apps.example.org'],
      custom: [
        aCustomHostname(),
        aCustomHostname({ hostname: '*.acme.example', tenants: ['tenant-b'] }),
      ],
    },
  }),
  limits: {
    defaults: { requestsPerMinute: 100, burstLimit: 10 },
    maxima: { requestsPerMinute: 1000, burstLimit: 50, tokensPerHour: 1000 },
    approximate: false,
  },
  limitSupport: { globalRateLimit: 'available', approximate: false },
  limitPlaces: [],
  now: new Date('2026-01-01T12:00:00Z'),
  allowAnonymous: false,
  tenants: ['tenant-a', 'tenant-b'],
};

function problemsOf(
  config: Partial<PublicationConfig>,
  overrides: Partial<AcceptanceContext> = {},
) {
  try {
    acceptConfiguration(
      { tenantId: 'tenant-a', ...config },
      { ...context, ...overrides },
    );
    return [];
  } catch (error) {
    return (error as { details: Array<{ field: string }> }).details.map(
      ({ field }) => field,
    );
  }
}

describe('acceptConfiguration', () => {
  it('fills in every default', () => {
    expect(acceptConfiguration({ tenantId: 'tenant-a' }, context)).toEqual({
      modelType: 'traditional',
      publicHostname: 'models.example.org',
      externalPath: '/models/iris',
      rateLimiting: { requestsPerMinute: 100, burstLimit: 10 },
      authentication: { requireApiKey: true, allowedTenants: ['tenant-a'] },
      metadata: {},
      visibility: 'consumers',
    });
  });

  it('keeps what is given, beside the defaults of what is not', () => {
    const accepted = acceptConfiguration(
      {
        tenantId: 'tenant-a',
        externalPath: '/iris',
        rateLimiting: { requestsPerMinute: 5 },
        authentication: {
          allowedTenants: ['tenant-b', 'tenant-a', 'tenant-b'],
        },
      },
      context,
    );
    expect(accepted).toMatchObject({
      externalPath: '/iris',
      rateLimiting: { requestsPerMinute: 5, burstLimit: 10 },
      authentication: { allowedTenants: ['tenant-a', 'tenant-b'] },
    });
  });

  it.each<[string, Partial<PublicationConfig>, string]>([
    [
      'a hostname that is not allowed',
      { publicHostname: 'evil.org' },
      'config.publicHostname',
    ],
    [
      'the hostname of another tenant',
      { publicHostname: 'b.example.org' },
      'config.publicHostname',
    ],
    [
      'a wildcard’s own domain',
      { publicHostname: 'apps.example.org' },
      'config.publicHostname',
    ],
    [
      'a reserved last segment',
      { externalPath: '/iris/predict' },
      'config.externalPath',
    ],
    ['an OpenAI prefix', { externalPath: '/v1/iris' }, 'config.externalPath'],
    [
      'a limit above its maximum',
      { rateLimiting: { burstLimit: 51 } },
      'config.rateLimiting.burstLimit',
    ],
    [
      'a tenant that does not exist',
      { authentication: { allowedTenants: ['tenant-x'] } },
      'config.authentication.allowedTenants',
    ],
    [
      'a model without keys',
      { authentication: { requireApiKey: false } },
      'config.authentication.requireApiKey',
    ],
  ])('refuses %s', (_, config, field) => {
    expect(problemsOf(config)).toEqual([field]);
  });

  it.each(['models.example.org', 'x.apps.example.org'])(
    'allows the hostname %s',
    publicHostname => {
      expect(problemsOf({ publicHostname })).toEqual([]);
    },
  );

  it("allows a tenant's own hostname to that tenant", () => {
    expect(
      problemsOf({ tenantId: 'tenant-b', publicHostname: 'b.example.org' }),
    ).toEqual([]);
  });

  it.each([
    ['tenant-a', 'models.acme.example', []],
    ['tenant-b', 'models.acme.example', []],
    ['tenant-b', 'x.acme.example', []],
    ['tenant-a', 'x.acme.example', ['config.publicHostname']],
    ['tenant-b', 'acme.example', ['config.publicHostname']],
  ])(
    'asks the most specific custom entry whether %s may use %s',
    (tenantId, publicHostname, fields) => {
      expect(problemsOf({ tenantId, publicHostname })).toEqual(fields);
    },
  );

  it('is not misled by the name of a tenant', () => {
    const config = { tenantId: 'constructor', publicHostname: 'evil.org' };
    const tenants = ['constructor'];
    expect(problemsOf(config, { tenants })).toEqual(['config.publicHostname']);
  });

  describe('of an OpenAI-compatible model', () => {
    const openai = { modelType: 'openai' as const };

    it('has a path of its own by default', () =>
      expect(
        acceptConfiguration({ tenantId: 'tenant-a' }, { ...context, ...openai })
          .externalPath,
      ).toBe('/v1/models/iris'));

    it('refuses paths that clients could not name as a model', () =>
      expect(problemsOf({ externalPath: '/models/iris' }, openai)).toEqual([
        'config.externalPath',
      ]));

    it.each<[boolean, string, string[]]>([
      [true, 'models.example.org', []],
      [true, 'a.open.apps.example.org', ['config.publicHostname']],
      [false, 'a.open.apps.example.org', []],
      [false, 'models.example.org', ['config.publicHostname']],
    ])(
      'with requireApiKey %s on %s has problems with %j',
      (requireApiKey, publicHostname, fields) =>
        expect(
          problemsOf(
            { publicHostname, authentication: { requireApiKey } },
            { ...openai, allowAnonymous: true },
          ),
        ).toEqual(fields),
    );
  });

  it('takes a model without keys where the platform allows it', () =>
    expect(
      problemsOf(
        { authentication: { requireApiKey: false } },
        { allowAnonymous: true },
      ),
    ).toEqual([]));

  it('reports every problem at once', () => {
    const config = {
      publicHostname: 'evil.org',
      externalPath: '/v1/iris/predict',
      rateLimiting: { requestsPerMinute: 1001, burstLimit: 51 },
    };
    expect(problemsOf(config)).toEqual([
      'config.publicHostname',
      'config.externalPath',
      'config.externalPath',
      'config.rateLimiting.requestsPerMinute',
      'config.rateLimiting.burstLimit',
    ]);
  });

  it('refuses limits that a gateway without the global limiter cannot keep', () => {
    const limitSupport = {
      globalRateLimit: 'unavailable',
      approximate: false,
    } as const;
    expect(problemsOf({}, { limitSupport })).toEqual([
      'config.rateLimiting.requestsPerMinute',
    ]);
  });

  it('tells what is wrong before it says that something is not known yet', () => {
    const limitSupport = {
      globalRateLimit: 'unknown',
      approximate: false,
    } as const;
    const accept = (config: Partial<PublicationConfig>) => () =>
      acceptConfiguration(
        { tenantId: 'tenant-a', ...config },
        { ...context, limitSupport },
      );
    expect(accept({})).toThrow(ServiceUnavailableError);
    expect(accept({ publicHostname: 'evil.org' })).toThrow(/evil\.org/);
  });
});
