import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { publicAddressOf } from './publicAddressOf';
import { externalUrlOf } from './publicationView';

const gateway = aGateway({
  baseUrl: { scheme: 'https', port: 8443 },
  probeUrl: 'https://envoy.internal:8443',
  hostnames: {
    ...aGateway().hostnames,
    custom: [
      aCustomHostname(),
      aCustomHostname({ hostname: 'same.example', port: 8443 }),
      aCustomHostname({ hostname: '*.own.example', probeUrl: 'https://own:1' }),
      aCustomHostname({
        hostname: 'plain.example',
        port: 8443,
        certificate: undefined,
      }),
    ],
  },
});

describe('publicAddressOf', () => {
  it.each([
    ['models.example.org', 'https', 8443, 'https://envoy.internal:8443'],
    ['models.acme.example', 'https', 443, undefined],
    ['same.example', 'https', 8443, 'https://envoy.internal:8443'],
    ['x.own.example', 'https', 443, 'https://own:1'],
    ['plain.example', 'http', 8443, undefined],
  ])('reaches %s by %s on %d, itself at %s', (hostname, scheme, port, url) => {
    expect(publicAddressOf(gateway, hostname)).toEqual({
      scheme,
      port,
      probeUrl: url,
    });
  });

  it('is what clients are told', () => {
    const at = (publicHostname: string) =>
      externalUrlOf(gateway, { publicHostname, externalPath: '/m' });
    expect(at('models.example.org')).toBe('https://models.example.org:8443/m');
    expect(at('models.acme.example')).toBe('https://models.acme.example/m');
  });
});
