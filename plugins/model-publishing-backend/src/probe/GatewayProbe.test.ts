import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { SecretText } from '../keys/SecretText';
import { aGateway, aState } from '../__testUtils__/builders';
import { HttpGatewayProbe } from './GatewayProbe';

const key = new SecretText('the-key');

describe('HttpGatewayProbe', () => {
  let server: Server;
  let answer: (request: IncomingMessage) => number;
  const seen: IncomingMessage[] = [];

  beforeEach(async () => {
    seen.length = 0;
    server = createServer((request, response) => {
      seen.push(request);
      response.writeHead(answer(request)).end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));

  const aProbe = (waitMs: number) => {
    const { port } = server.address() as AddressInfo;
    return new HttpGatewayProbe(
      aGateway({ probeUrl: `http://127.0.0.1:${port}` }),
      { waitMs, probeKey: () => undefined },
    );
  };
  const hasKey = (request: IncomingMessage) =>
    request.headers['x-api-key'] === 'the-key';

  it('asks the metadata address under the public hostname', async () => {
    answer = request => (hasKey(request) ? 200 : 401);
    await expect(aProbe(5_000).untilAccepted(aState(), key)).resolves.toBe(
      true,
    );
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/models/iris' });
    expect(seen[0]?.headers.host).toBe('models.example.org');
  });

  it('waits while the gateway does not know the key yet', async () => {
    answer = request => (hasKey(request) && seen.length > 6 ? 200 : 401);
    await expect(aProbe(5_000).untilAccepted(aState(), key)).resolves.toBe(
      true,
    );
    expect(seen.length).toBeGreaterThan(6);
  });

  it.each<[string, (withKey: boolean) => number]>([
    ['the address is open to everybody', () => 200],
    ['the key is refused', () => 401],
    ['the route is not there', () => 404],
    ['the policy is broken', () => 500],
    ['the upstream is not ready', withKey => (withKey ? 503 : 401)],
  ])('does not take it for accepted when %s', async (_, statusOf) => {
    answer = request => statusOf(hasKey(request));
    await expect(aProbe(60).untilAccepted(aState(), key)).resolves.toBe(false);
  });

  it('tells when a key is refused and when the address is gone', async () => {
    answer = () => 401;
    await expect(aProbe(5_000).untilRefused(aState(), key)).resolves.toBe(true);
    await expect(aProbe(60).untilGone(aState())).resolves.toBe(false);
    answer = () => 404;
    await expect(aProbe(5_000).untilGone(aState())).resolves.toBe(true);
  });

  it('answers "not seen" when the gateway cannot be reached', async () => {
    const probe = new HttpGatewayProbe(
      aGateway({ probeUrl: 'http://127.0.0.1:1' }),
      { waitMs: 30, probeKey: () => undefined },
    );
    await expect(probe.untilAccepted(aState(), key)).resolves.toBe(false);
  });

  describe.each([
    ['openai' as const, '/v1/models/chat'],
    ['traditional' as const, '/models/iris'],
  ])(
    'of a model of type %s, on a hostname where every address asks for a key',
    (modelType, externalPath) => {
      const publication = {
        configuration: { ...aState().configuration, modelType, externalPath },
      };
      const probing = () => {
        const { port } = server.address() as AddressInfo;
        return new HttpGatewayProbe(
          aGateway({ probeUrl: `http://127.0.0.1:${port}` }),
          { waitMs: 60, probeKey: () => key },
        );
      };

      it.each([
        ['guarded, when a known key is refused', 403, 401],
        ['guarded, when the key that is known elsewhere is not here', 401, 401],
        ['gone, when a known key finds nothing', 404, 404],
      ])('takes the address for %s', async (_, known, status) => {
        answer = request => (hasKey(request) ? known : 401);
        await expect(probing().statusWithoutKey(publication)).resolves.toBe(
          status,
        );
      });

      it('still sees that it is open to everybody', async () => {
        answer = () => 200;
        await expect(probing().statusWithoutKey(publication)).resolves.toBe(
          200,
        );
      });
    },
  );

  it.each([
    [200, true],
    [401, false],
    [404, false],
  ])(
    'takes a public model for served when it answers %s to everybody: %s',
    async (status, served) => {
      answer = () => status;
      const { configuration } = aState();
      const authentication = {
        ...configuration.authentication,
        requireApiKey: false,
      };
      await expect(
        aProbe(60).untilServed({
          configuration: { ...configuration, authentication },
        }),
      ).resolves.toBe(served);
    },
  );
});
