import { KubeConfig } from '@kubernetes/client-node';
import { ApiClusterClient } from './ApiClusterClient';
import { defineResource, Resource } from './defineResource';
import { Backend } from './resources/Backend';
import { BackendTrafficPolicy } from './resources/BackendTrafficPolicy';
import { ClientTrafficPolicy } from './resources/ClientTrafficPolicy';
import { ClusterServingRuntime } from './resources/ClusterServingRuntime';
import { ConfigMap } from './resources/ConfigMap';
import { Gateway } from './resources/Gateway';
import { HttpRoute } from './resources/HttpRoute';
import { InferenceService } from './resources/InferenceService';
import { Namespace } from './resources/Namespace';
import { Secret } from './resources/Secret';
import { SecurityPolicy } from './resources/SecurityPolicy';
import { Service } from './resources/Service';
import { ServingRuntime } from './resources/ServingRuntime';
import {
  Administrator,
  openAdministrator,
} from './__testUtils__/Administrator';
import { contractOfReads } from './__testUtils__/contractOfReads';
import { contractOfWrites } from './__testUtils__/contractOfWrites';
import { ContractPlace } from './__testUtils__/ContractPlace';

const { PARITY_KUBECONFIG, PARITY_NAMESPACE: namespace = 'model-gateway' } =
  process.env;
const describeWithCluster = PARITY_KUBECONFIG ? describe : describe.skip;

describeWithCluster('ApiClusterClient with PARITY_KUBECONFIG', () => {
  let admin: Administrator;
  let client: ApiClusterClient;
  const prefix = `parity-${process.pid}`;
  const place = new ContractPlace({ namespace, prefix });

  beforeAll(async () => {
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromFile(PARITY_KUBECONFIG ?? '');
    admin = await openAdministrator(kubeConfig);
    client = admin.client;
  });
  afterAll(() => admin.close());
  afterEach(() => place.clear(client));

  it.each([...contractOfReads, ...contractOfWrites])('%s', async (_, run) => {
    await expect(run(client, place)).resolves.toBeUndefined();
  });

  it.each<Resource>([
    Backend,
    BackendTrafficPolicy,
    ClientTrafficPolicy,
    ConfigMap,
    Gateway,
    HttpRoute,
    InferenceService,
    Secret,
    SecurityPolicy,
    Service,
    ServingRuntime,
  ])('knows $apiVersion $kind', async resource => {
    const { items } = await client.list(resource, { namespace, limit: 1 });

    expect(items.every(({ kind }) => kind === resource.kind)).toBe(true);
    const nothing = { namespace, name: `${prefix}-none` };
    expect(await client.get(resource, nothing)).toBeUndefined();
  });

  it.each<Resource>([ClusterServingRuntime, Namespace])(
    'knows $apiVersion $kind, which is in no namespace',
    async resource => {
      const nothing = { namespace: '', name: `${prefix}-none` };

      expect(await client.get(resource, nothing)).toBeUndefined();
    },
  );

  it('takes a kind without a CRD for an error', async () => {
    const unknown = defineResource({
      group: 'gateway.envoyproxy.io',
      version: 'v1alpha1',
      kind: 'Unknown',
      plural: 'unknowns',
    });

    await expect(
      client.get(unknown, { namespace, name: 'any' }),
    ).rejects.toThrow('install its CRD');
    await expect(client.list(unknown, { namespace })).rejects.toThrow(
      'install its CRD',
    );
  });

  it('says that a namespace is missing', async () => {
    const object = place.aConfigMap('lost');
    object.metadata.namespace = `${prefix}-nowhere`;

    await expect(client.apply(ConfigMap, object)).rejects.toThrow(
      `Cluster "real" has no namespace "${prefix}-nowhere"`,
    );
  });

  it('passes on why an object is refused', async () => {
    const object = place.aBackend(70_000);

    await expect(client.apply(Backend, object)).rejects.toThrow(
      /^Backend ".*" was refused by the API server of cluster "real": .*port/,
    );
  });
});
