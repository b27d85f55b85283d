import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readModelPublishingConfig } from './readModelPublishingConfig';

const kubernetes = {
  clusterLocatorMethods: [{ type: 'config', clusters: [{ name: 'one' }] }],
};
const acme = {
  hostname: 'models.acme.example',
  certificate: { secret: 'acme-tls' },
};
const issued = {
  hostname: 'a.example',
  certificate: { certManager: { clusterIssuer: 'acme' } },
};

function read(custom: JsonObject[], gateway: JsonObject = {}) {
  const config = new ConfigReader({
    kubernetes,
    modelPublishing: {
      gateways: [
        {
          name: 'models',
          namespace: 'model-gateway',
          gateway: 'models',
          hostnames: {
            default: 'models.example.org',
            allowed: ['models.example.org', '*.apps.example.org'],
            perTenant: { 'team-a': ['a.example.org'] },
            custom,
          },
          ...gateway,
        },
      ],
      tenants: [{ namespace: 'team-a', owners: ['group:team-a'] }],
    },
  });
  return readModelPublishingConfig(config).gateways[0].hostnames.custom;
}

function problemsOf(...input: Parameters<typeof read>): string {
  try {
    read(...input);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('hostnames.custom', () => {
  it('has the port of its protocol, and the Secret of the platform', () => {
    expect(read([{ ...acme, tenants: ['team-a'] }])).toEqual([
      {
        hostname: 'models.acme.example',
        tenants: ['team-a'],
        port: 443,
        certificate: { secret: 'acme-tls', issuer: undefined },
        probeUrl: undefined,
      },
    ]);
  });

  it('has a Secret of its own name where cert-manager makes it', () => {
    const [a, b] = read([
      issued,
      { ...issued, hostname: '*.b.example', port: '8443' },
    ]);
    const issuer = { kind: 'ClusterIssuer', name: 'acme' };
    expect(a?.certificate).toEqual({
      issuer,
      secret: expect.stringMatching(/^mp-a-example-[0-9a-f]{16}-tls$/),
    });
    expect(b).toMatchObject({
      port: 8443,
      certificate: {
        issuer,
        secret: expect.stringMatching(/^mp-wildcard-b-example-/),
      },
    });
  });

  it('needs no certificate on a gateway that is reached by http', () => {
    const baseUrl = { scheme: 'http', port: 80 };
    expect(read([{ hostname: 'a.example' }], { baseUrl })).toMatchObject([
      { port: 80, certificate: undefined },
    ]);
  });

  it.each<[string, JsonObject[], string]>([
    [
      'an address instead of a name',
      [{ ...acme, hostname: '10.0.0.1' }],
      'custom[0].hostname: must be a DNS name',
    ],
    [
      'a hostname without a certificate where clients come by https',
      [{ hostname: 'a.example' }],
      'custom[0].certificate: is missing',
    ],
    [
      'a certificate that comes from nowhere',
      [{ hostname: 'a.example', certificate: {} }],
      'custom[0].certificate: must have secret, certManager or both',
    ],
    [
      'two kinds of issuers at once',
      [
        {
          hostname: 'a.example',
          certificate: { certManager: { clusterIssuer: 'a', issuer: 'b' } },
        },
      ],
      'custom[0].certificate.certManager: must have clusterIssuer or issuer',
    ],
    [
      'two issuers on a Gateway',
      [
        issued,
        {
          hostname: 'b.example',
          certificate: { certManager: { issuer: 'acme' } },
        },
      ],
      'custom[1].certificate.certManager: must be the ClusterIssuer "acme", too',
    ],
    [
      'a Secret of the platform that cert-manager would write',
      [acme, issued],
      'custom[0].certificate.certManager: is missing; cert-manager issues certificates for all listeners',
    ],
    [
      'a hostname twice',
      [acme, acme],
      'custom[1].hostname: "models.acme.example" is configured twice',
    ],
    [
      'an allowed hostname',
      [{ ...acme, hostname: 'models.example.org' }],
      'custom[0].hostname: "models.example.org" overlaps with hostnames.allowed',
    ],
    [
      'a name below an allowed wildcard',
      [{ ...acme, hostname: 'x.apps.example.org' }],
      'overlaps with hostnames.allowed',
    ],
    [
      'a wildcard over the hostname of a tenant',
      [{ ...acme, hostname: '*.example.org' }],
      'overlaps with hostnames.perTenant.team-a',
    ],
    [
      'an unknown tenant',
      [{ ...acme, tenants: ['nobody'] }],
      'custom[0].tenants: "nobody" is no tenant',
    ],
    [
      'more listeners than a Gateway may have',
      Array.from({ length: 61 }, (_, index) => ({
        ...acme,
        hostname: `h${index}.acme.example`,
      })),
      'custom: must have at most 60 entries',
    ],
    [
      'an unknown key',
      [{ ...acme, cert: 'x' }],
      'custom[0].cert: is not a known key',
    ],
    [
      'a probe address with a path',
      [{ ...acme, probeUrl: 'https://envoy:8443/x' }],
      'custom[0].probeUrl: must be scheme, host and port only',
    ],
  ])('refuses %s', (_, custom, problem) => {
    expect(problemsOf(custom)).toContain(
      `modelPublishing.gateways[0].hostnames.`,
    );
    expect(problemsOf(custom)).toContain(problem);
  });

  it('refuses one port for HTTP and HTTPS', () => {
    const baseUrl = { scheme: 'http', port: 80 };
    expect(
      problemsOf([{ ...acme, port: 80 }, { hostname: 'a.example' }], {
        baseUrl,
      }),
    ).toContain('custom[1].port: 80 cannot be for HTTP and for HTTPS');
  });

  it('cannot be the default hostname, which every tenant gets', () => {
    const hostnames = {
      default: 'models.acme.example',
      allowed: ['models.example.org'],
      custom: [acme],
    };
    expect(problemsOf([], { hostnames })).toContain(
      'hostnames.default: "models.acme.example" must be among hostnames.allowed',
    );
  });
});
