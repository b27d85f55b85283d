import { createMockDirectory } from '@backstage/backend-test-utils';
import { makeCertificate } from './__testUtils__/makeCertificate';
import { prometheusSettings } from './__testUtils__/prometheusSettings';
import {
  sendSeries,
  startTestPrometheus,
  TestPrometheus,
} from './__testUtils__/startTestPrometheus';
import { PrometheusClient } from './PrometheusClient';

type Given = Partial<Parameters<typeof prometheusSettings>[0]>;

const NAME = 'prometheus.internal';

describe('PrometheusClient by TLS', () => {
  const folder = createMockDirectory();
  const certificate = makeCertificate(NAME);
  const other = makeCertificate(NAME);
  const inBase64 = (pem: string) => Buffer.from(pem).toString('base64');
  let server: TestPrometheus;

  beforeAll(async () => {
    server = await startTestPrometheus((_, response) => sendSeries(response), {
      tls: certificate,
    });
  });
  beforeEach(() => {
    server.queries.length = 0;
    folder.setContent({
      'ca.pem': certificate.cert,
      'several.pem': `${other.cert}${certificate.cert}`,
      'other.pem': other.cert,
      'empty.pem': '',
    });
  });
  afterAll(() => server.close());

  const clientOf = (given: Given) =>
    new PrometheusClient(
      'one',
      prometheusSettings({ url: server.url, ...given }),
    );
  const ask = (client: PrometheusClient) =>
    client.samplesOf({
      selector: '{job="envoy"}',
      after: 1000,
      upTo: 2000,
      signal: new AbortController().signal,
    });

  it.each<[string, () => Given]>([
    ['in a file', () => ({ caFile: folder.resolve('ca.pem') })],
    [
      'in a file with others',
      () => ({ caFile: folder.resolve('several.pem') }),
    ],
    ['in base64', () => ({ caData: inBase64(certificate.cert) })],
  ])('trusts the issuer %s', async (_, given) => {
    await expect(
      ask(clientOf({ ...given(), serverName: NAME })),
    ).resolves.toEqual([]);
  });

  it('believes any certificate where it is told to', async () => {
    await expect(ask(clientOf({ skipTLSVerify: true }))).resolves.toEqual([]);
  });

  it.each<[string, () => Given]>([
    ['an issuer that nobody has named', () => ({ serverName: NAME })],
    [
      'another issuer',
      () => ({ caData: inBase64(other.cert), serverName: NAME }),
    ],
    [
      'a certificate for another name',
      () => ({ caData: inBase64(certificate.cert) }),
    ],
  ])('sends nothing to %s', async (_, given) => {
    const client = clientOf({ ...given(), bearerToken: 's3cret' });
    await expect(ask(client)).rejects.toThrow(
      /certificate that cannot be verified \([A-Z_]+\); check caFile or caData, and serverName, in modelPublishing\.clusters\.one\.prometheus/,
    );
    expect(server.queries).toEqual([]);
  });

  it.each(['missing.pem', 'empty.pem'])('says so of %s', async file => {
    const client = clientOf({ caFile: folder.resolve(file) });
    await expect(ask(client)).rejects.toThrow(
      /no certificate in the file.*check modelPublishing\.clusters\.one\.prometheus\.caFile/,
    );
    expect(server.queries).toEqual([]);
  });

  it.each(['other.pem', 'empty.pem'])(
    'takes up the right certificates when they replace %s',
    async file => {
      const caFile = folder.resolve(file);
      const client = clientOf({ caFile, serverName: NAME });
      await expect(ask(client)).rejects.toThrow('certificate');
      folder.setContent({ [file]: certificate.cert });
      await expect(ask(client)).resolves.toEqual([]);
    },
  );
});
