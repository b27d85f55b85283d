import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { consoleAddressOf } from './consoleAddressOf';

const custom = aCustomHostname();
const gateway = aGateway({
  hostnames: { ...aGateway().hostnames, custom: [custom] },
});

describe('consoleAddressOf', () => {
  it('is the place that is configured', () => {
    expect(
      consoleAddressOf(
        { ...gateway, probeUrl: 'http://10.0.0.1:80' },
        'models.example.org',
      ),
    ).toBe('http://10.0.0.1:80');
  });

  it('is never what a hostname of a tenant resolves to', () => {
    const hostnames = [
      'models.example.org',
      'models.of-a-tenant.example',
      custom.hostname,
    ];
    expect(hostnames.map(one => consoleAddressOf(gateway, one))).toEqual([
      'http://models.example.org:10080',
      'http://models.example.org:10080',
      // A listener of ours, on another port of the same Gateway.
      'https://models.example.org:443',
    ]);
  });
});
