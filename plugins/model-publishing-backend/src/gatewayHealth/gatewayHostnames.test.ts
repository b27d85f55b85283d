import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { bad } from '../conditions/Verdict';
import { gatewayHostnames } from './gatewayHostnames';

const managed = aCustomHostname({
  hostname: '*.acme.example',
  tenants: ['tenant-b'],
  certificate: {
    secret: 'acme-tls',
    issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
  },
});
const plain = aCustomHostname({
  hostname: 'plain.example',
  port: 8080,
  certificate: undefined,
});
const gateway = aGateway({
  hostnames: {
    default: 'b.example.org',
    allowed: ['a.example.org', 'b.example.org', '*.open.example.org'],
    perTenant: {
      'tenant-b': ['shared.example', 'a.example.org'],
      'tenant-a': ['shared.example'],
    },
    anonymous: ['x.open.example.org'],
    custom: [managed, plain],
  },
});

const rowsOf = (seen: Parameters<typeof gatewayHostnames>[1]) =>
  new Map(gatewayHostnames(gateway, seen).map(row => [row.hostname, row]));

describe('gatewayHostnames', () => {
  it('names each hostname once, the default one first, with who may use it', () =>
    expect(
      gatewayHostnames(gateway, undefined).map(({ hostname, tenants }) => [
        hostname,
        tenants,
      ]),
    ).toEqual([
      ['b.example.org', null],
      ['a.example.org', null],
      ['*.open.example.org', null],
      ['shared.example', ['tenant-a', 'tenant-b']],
      ['*.acme.example', ['tenant-b']],
      ['plain.example', null],
      ['x.open.example.org', null],
    ]));

  it('tells how each is reached, and what it is for', () => {
    const rows = rowsOf(undefined);
    expect(rows.get('b.example.org')).toMatchObject({
      scheme: 'http',
      port: 10080,
      isDefault: true,
      openaiWithoutKeys: false,
      custom: null,
    });
    expect(rows.get('x.open.example.org')).toMatchObject({
      openaiWithoutKeys: true,
    });
    expect(rows.get('*.acme.example')).toMatchObject({
      scheme: 'https',
      port: 443,
      custom: {
        certificate: {
          secret: 'acme-tls',
          issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
        },
        listener: null,
      },
    });
    expect(rows.get('plain.example')).toMatchObject({
      scheme: 'http',
      port: 8080,
      custom: { certificate: null },
    });
  });

  it('tells how listeners are that were seen', () => {
    const verdict = bad('InvalidCertificateRef', 'There is no certificate');
    const rows = rowsOf({ customHostnames: new Map([[managed, verdict]]) });
    expect(rows.get('*.acme.example')?.custom?.listener).toMatchObject({
      status: 'False',
      advice: expect.stringContaining('kubernetes.io/tls'),
    });
    expect(rows.get('plain.example')?.custom?.listener).toBeNull();
  });
});
