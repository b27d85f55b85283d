import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { conditionsOf } from './gateway/__testUtils__/conditionsOf';
import {
  backend,
  irisRoute,
  policy,
} from './gateway/__testUtils__/parityObjects';
import { Sandbox, SandboxOptions, startSandbox } from './startSandbox';

const names = {
  prefix: 'published',
  host: 'api.test',
  namespace: 'model-gateway',
  gateway: 'models',
};

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt === 50) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

describe('startSandbox', () => {
  const running: Sandbox[] = [];
  let directory: string;

  const start = async (options: SandboxOptions = {}) => {
    const sandbox = await startSandbox(options);
    running.push(sandbox);
    return sandbox;
  };
  const idsOf = ({ store }: Sandbox) =>
    [
      ['namespaces', ''],
      ['services', ''],
      ['gateways', 'gateway.networking.k8s.io'],
      ['inferenceservices', 'serving.kserve.io'],
    ].flatMap(([plural = '', group = '']) =>
      store
        .list(plural, group)
        .map(({ metadata }) => `${metadata.name} ${metadata.uid}`),
    );

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(sandbox => sandbox.close()));
    await rm(directory, { recursive: true });
  });

  it('seeds the platform and the models', async () => {
    const { store } = await start();
    const models = store.list('inferenceservices', 'serving.kserve.io');
    expect(
      models.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
    ).toEqual([
      'tenant-a/broken',
      'tenant-a/chat',
      'tenant-a/flowers',
      'tenant-a/iris',
      'tenant-b/chat2',
      'tenant-b/flowers-mm',
      'tenant-b/iris',
      'tenant-c/chat3',
    ]);
    const gateway = store.get(
      'gateways',
      'gateway.networking.k8s.io',
      'model-gateway',
      'models',
    );
    expect(conditionsOf(gateway)).toMatchObject({
      Programmed: expect.stringMatching(/^True Programmed/),
    });
  });

  it('finds everything as it was after a restart', async () => {
    const first = await start({ stateDirectory: directory });
    const before = idsOf(first);
    await first.close();
    expect(idsOf(await start({ stateDirectory: directory }))).toEqual(before);
  });

  it('forgets everything when it is reset', async () => {
    const first = await start({ stateDirectory: directory });
    const before = idsOf(first);
    await first.close();
    const options = { stateDirectory: directory, reset: true };
    const after = idsOf(await start(options));
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
  });

  it('names the port that is taken and leaves nothing running', async () => {
    const { apiUrl } = await start();
    const apiPort = Number(new URL(apiUrl).port);
    await expect(startSandbox({ apiPort })).rejects.toThrow(
      `Port ${apiPort} for the Kubernetes API is already in use`,
    );
  });

  it('writes a kubeconfig that works without a header', async () => {
    await start({ stateDirectory: directory });
    const text = await readFile(path.join(directory, 'kubeconfig'), 'utf8');
    const config = new KubeConfig();
    config.loadFromString(text);
    const server = config.getCurrentCluster()?.server;
    const response = await fetch(`${server}/api/v1/namespaces/tenant-a`);
    expect(response.status).toBe(200);
  });

  it('refuses who has no token', async () => {
    const { apiUrl } = await start();
    const response = await fetch(`${apiUrl}/api/v1/namespaces/tenant-a`);
    expect(response.status).toBe(401);
  });

  it('refuses global limits without a limiter', async () => {
    const { apiUrl, gatewayUrl, token, store } = await start({
      globalRateLimit: false,
    });
    const config = new KubeConfig();
    config.loadFromClusterAndUser(
      { name: 'sandbox', server: apiUrl, skipTLSVerify: true },
      { name: 'portal', token },
    );
    const objects = KubernetesObjectApi.makeApiClient(config);
    const rule = { limit: { requests: 1, unit: 'Hour' } };
    for (const object of [
      backend(names),
      policy(names, 'BackendTrafficPolicy', 'HTTPRoute', {
        rateLimit: { global: { rules: [rule] } },
      }),
      irisRoute(names, { hostnames: [] }),
    ]) {
      await objects.create(object);
    }
    await eventually(async () => {
      const refused = store.get(
        'backendtrafficpolicies',
        'gateway.envoyproxy.io',
        'model-gateway',
        'published',
      );
      expect(conditionsOf(refused)).toEqual({
        Accepted:
          'False Invalid RateLimit: enable Ratelimit in the EnvoyGateway config to configure global rateLimit.',
      });
      const response = await fetch(`${gatewayUrl}/metadata`);
      expect(response.status).toBe(500);
    });
  });

  it('has no trace of the AI Gateway when it is left out', async () => {
    const group = 'aigateway.envoyproxy.io';
    const statusesOf = async ({ apiUrl, token }: Sandbox) => {
      const get = (address: string) =>
        fetch(new URL(address, apiUrl), {
          headers: { authorization: `Bearer ${token}` },
        });
      const groups = await (await get('/apis')).text();
      const answers = await Promise.all([
        get(`/apis/${group}`),
        get(`/apis/${group}/v1beta1`),
        get(`/apis/${group}/v1beta1/aigatewayroutes`),
      ]);
      return [groups.includes(group), ...answers.map(({ status }) => status)];
    };
    expect(await statusesOf(await start())).toEqual([true, 200, 200, 200]);
    expect(await statusesOf(await start({ aiGateway: false }))).toEqual([
      false,
      404,
      404,
      404,
    ]);
  });
});
