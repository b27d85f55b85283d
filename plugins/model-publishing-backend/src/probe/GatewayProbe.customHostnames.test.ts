import { aCustomHostname, aGateway, aState } from '../__testUtils__/builders';
import { HttpGatewayProbe } from './GatewayProbe';
import { GatewayRequest, requestGateway } from './requestGateway';

jest.mock('./requestGateway', () => ({ requestGateway: jest.fn() }));
const send = jest.mocked(requestGateway);

const gateway = aGateway({
  probeUrl: 'http://envoy.internal:10080',
  hostnames: {
    ...aGateway().hostnames,
    custom: [
      aCustomHostname(),
      aCustomHostname({ hostname: 'own.example', probeUrl: 'https://own:1' }),
    ],
  },
});

const publishedOn = (publicHostname: string) => {
  const state = aState();
  return {
    ...state,
    configuration: { ...state.configuration, publicHostname },
  };
};

describe('HttpGatewayProbe of a custom hostname', () => {
  const probe = new HttpGatewayProbe(gateway, {
    waitMs: 30,
    probeKey: () => undefined,
  });
  const failing = (code: string) =>
    send.mockRejectedValue(Object.assign(new Error(code), { code }));

  it.each([
    ['models.example.org', 'http://envoy.internal:10080'],
    ['models.acme.example', 'https://models.acme.example:443'],
    ['own.example', 'https://own:1'],
  ])('looks at %s by %s', async (hostname, baseUrl) => {
    send.mockResolvedValue(401);
    expect(await probe.statusWithoutKey(publishedOn(hostname))).toBe(401);
    expect(send).toHaveBeenLastCalledWith(
      expect.objectContaining<Partial<GatewayRequest>>({ baseUrl, hostname }),
    );
  });

  it('tells a certificate that is refused from a gateway that is away', async () => {
    const at = publishedOn('models.acme.example');
    failing('CERT_HAS_EXPIRED');
    expect(await probe.statusWithoutKey(at)).toEqual({
      refusedCertificate: 'CERT_HAS_EXPIRED',
    });
    failing('ECONNREFUSED');
    expect(await probe.statusWithoutKey(at)).toBeUndefined();
  });

  it('takes it for gone when nobody answers, which on other hostnames says nothing', async () => {
    failing('ECONNRESET');
    expect(await probe.untilGone(publishedOn('own.example'))).toBe(true);
    expect(await probe.untilGone(publishedOn('models.example.org'))).toBe(
      false,
    );
  });
});
