import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { usableHostnames } from './usableHostnames';

function hostnamesOf(
  tenant: string,
  hostnames: Partial<GatewayConfig['hostnames']>,
) {
  const gateway = aGateway();
  return usableHostnames(
    { ...gateway, hostnames: { ...gateway.hostnames, ...hostnames } },
    tenant,
  );
}

const namesOf = (...about: Parameters<typeof hostnamesOf>) =>
  hostnamesOf(...about).map(({ hostname }) => hostname);

describe('usableHostnames', () => {
  it('begins with the default one, names each once, and tells how it is reached', () =>
    expect(
      hostnamesOf('tenant-a', {
        default: 'b.example.org',
        allowed: ['a.example.org', 'b.example.org'],
      }),
    ).toEqual([
      {
        hostname: 'b.example.org',
        scheme: 'http',
        port: 10080,
        isDefault: true,
        openaiWithoutKeys: false,
      },
      expect.objectContaining({ hostname: 'a.example.org', isDefault: false }),
    ]));

  it('adds what single tenants may use, to these only', () => {
    const hostnames = {
      allowed: ['models.example.org', '*.example.org'],
      perTenant: {
        'tenant-a': ['a.example.org'],
        'tenant-b': ['*.b.org', 'b.example.org'],
      },
    };
    const ofAll = ['models.example.org', '*.example.org'];
    expect(namesOf('tenant-a', hostnames)).toEqual([...ofAll, 'a.example.org']);
    expect(namesOf('tenant-b', hostnames)).toEqual([
      ...ofAll,
      '*.b.org',
      'b.example.org',
    ]);
    expect(namesOf('constructor', hostnames)).toEqual(ofAll);
  });

  it('knows listeners of our own, with their port and scheme', () => {
    const custom = [
      aCustomHostname({ hostname: '*.acme.example', tenants: ['tenant-a'] }),
      aCustomHostname({
        hostname: 'plain.example',
        port: 8080,
        certificate: undefined,
      }),
    ];
    expect(hostnamesOf('tenant-a', { custom })).toMatchObject([
      { hostname: 'models.example.org' },
      { hostname: '*.acme.example', scheme: 'https', port: 443 },
      { hostname: 'plain.example', scheme: 'http', port: 8080 },
    ]);
    expect(namesOf('tenant-b', { custom })).not.toContain('*.acme.example');
  });

  it('leaves out a name that a listener of our own reserves for others', () =>
    expect(
      namesOf('tenant-a', {
        default: 'x.example.org',
        allowed: ['x.example.org', '*.example.org'],
        custom: [
          aCustomHostname({ hostname: 'x.example.org', tenants: ['tenant-b'] }),
        ],
      }),
    ).toEqual(['*.example.org']));

  it('marks those for models without keys, and names them below a wildcard', () =>
    expect(
      hostnamesOf('tenant-a', {
        default: 'x.example.org',
        allowed: ['*.example.org', 'x.open.example.org'],
        anonymous: ['*.open.example.org', 'elsewhere.org'],
      }).map(({ hostname, openaiWithoutKeys }) => [
        hostname,
        openaiWithoutKeys,
      ]),
    ).toEqual([
      ['x.example.org', false],
      ['*.example.org', false],
      ['x.open.example.org', true],
      ['*.open.example.org', true],
    ]));
});
