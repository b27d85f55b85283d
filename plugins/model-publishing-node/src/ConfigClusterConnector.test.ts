import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ConfigClusterConnector } from './ConfigClusterConnector';

const directory = createMockDirectory();

interface Setup {
  cluster?: Record<string, string | boolean>;
  own?: Record<string, string>;
}

function connectorFor({ cluster, own }: Setup = {}) {
  const logger = mockServices.logger.mock();
  const config = new ConfigReader({
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            { name: 'main', url: 'https://main.example', ...cluster },
            { name: 'edge', url: 'https://edge.example', skipTLSVerify: true },
          ],
        },
        { type: 'localKubectlProxy' },
        { type: 'catalog' },
      ],
    },
    ...(own && { modelPublishing: { clusters: { main: own } } }),
  });
  const connector = new ConfigClusterConnector(config, logger, {
    podTokenFile: directory.resolve('pod-token'),
  });
  return { connector, logger };
}

describe('ConfigClusterConnector', () => {
  beforeEach(() =>
    directory.setContent({ 'own-token': 'from-file\n', empty: '\n' }),
  );

  it('lists the clusters of the kubernetes section in their order', async () => {
    const { connector } = connectorFor();

    expect(await connector.list()).toEqual(['main', 'edge', 'local']);
  });

  it('takes over address and certificates', async () => {
    const { connector } = connectorFor({
      cluster: { caData: 'Y2E=', caFile: '/ca.crt' },
    });

    expect(await connector.connect('main')).toMatchObject({
      url: 'https://main.example',
      caData: 'Y2E=',
      caFile: '/ca.crt',
      skipTlsVerify: false,
    });
    expect(await connector.connect('edge')).toMatchObject({
      skipTlsVerify: true,
    });
  });

  it('reaches kubectl proxy without a token', async () => {
    const connection = await connectorFor().connector.connect('local');

    expect(connection.url).toBe('http://localhost:8001');
    expect(await connection.getToken()).toBeUndefined();
  });

  it('names the known clusters when asked for another', async () => {
    await expect(connectorFor().connector.connect('far')).rejects.toThrow(
      'Cluster "far" is not in kubernetes.clusterLocatorMethods (known: main, edge, local)',
    );
  });

  it('says so when no clusters are configured', async () => {
    const connector = new ConfigClusterConnector(
      new ConfigReader({}),
      mockServices.logger.mock(),
    );

    await expect(connector.connect('main')).rejects.toThrow('(known: none)');
  });

  describe('token', () => {
    const shared = { serviceAccountToken: 'shared' };
    const ofPod = { authProvider: 'serviceAccount' };
    const inFile = (name: string) => ({
      serviceAccountTokenFile: directory.resolve(name),
    });

    it.each<[string, () => Setup, string | undefined, boolean]>([
      ['none', () => ({}), undefined, false],
      [
        'of its own',
        () => ({ cluster: shared, own: { serviceAccountToken: 'own' } }),
        'own',
        false,
      ],
      [
        'of its own, in a file',
        () => ({ cluster: shared, own: inFile('own-token') }),
        'from-file',
        false,
      ],
      ['shared', () => ({ cluster: shared }), 'shared', true],
      [
        'shared, but named twice',
        () => ({ cluster: shared, own: shared }),
        'shared',
        true,
      ],
      [
        'shared, but in a file',
        () => ({
          cluster: { serviceAccountToken: 'from-file' },
          own: inFile('own-token'),
        }),
        'from-file',
        true,
      ],
      ['of the Pod', () => ({ cluster: ofPod }), 'of-pod', true],
      [
        'of the Pod, by its path',
        () => ({ cluster: ofPod, own: inFile('pod-token') }),
        'of-pod',
        true,
      ],
    ])('%s', async (_, setup, expected, warned) => {
      directory.addContent({ 'pod-token': 'of-pod' });
      const { connector, logger } = connectorFor(setup());

      const { getToken } = await connector.connect('main');

      expect(await getToken()).toBe(expected);
      expect(logger.warn).toHaveBeenCalledTimes(warned ? 1 : 0);
    });

    it('does not come from a Pod when there is none', async () => {
      const { connector } = connectorFor({ cluster: ofPod });

      const { getToken } = await connector.connect('main');

      expect(await getToken()).toBeUndefined();
    });

    it('follows the file when Kubernetes rotates it', async () => {
      const { connector } = connectorFor({ own: inFile('own-token') });
      const { getToken } = await connector.connect('main');
      expect(await getToken()).toBe('from-file');

      directory.addContent({ 'own-token': 'rotated' });

      expect(await getToken()).toBe('rotated');
    });

    it.each(['missing', 'empty'])(
      'is an error when its file is %s, and never left out',
      async name => {
        const { connector } = connectorFor({
          cluster: shared,
          own: inFile(name),
        });
        const { getToken } = await connector.connect('main');

        await expect(getToken()).rejects.toThrow(
          'There is no token in the file for cluster "main"; check modelPublishing.clusters.main.serviceAccountTokenFile',
        );
      },
    );

    it('is never logged', async () => {
      const { connector, logger } = connectorFor({ cluster: shared });

      await connector.connect('main');

      const lines = JSON.stringify(logger.warn.mock.calls);
      expect(lines).toContain('kubernetes.proxy');
      expect(lines).not.toContain('"shared"');
    });
  });
});
