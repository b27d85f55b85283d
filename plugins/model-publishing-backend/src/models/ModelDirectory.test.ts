import { FakeWatch } from '../__testUtils__/FakeWatch';
import { KubernetesObject } from '../cluster/defineResource';
import { clusterSettingsOf } from '../config/clusterSettings';
import { aModel, aServiceOf } from './aModel';
import { WatchedModelDirectory } from './ModelDirectory';

const tenant = { cluster: 'one', namespace: 'tenant-a' };

function aWatch(objects: KubernetesObject[], { synced = true } = {}) {
  const watch = new FakeWatch<KubernetesObject>({
    list: () => objects,
    subscribe: () => () => {},
  });
  if (synced) {
    watch.start(new AbortController().signal);
  }
  return watch;
}

function aRuntime(kind: string, serverType: string): KubernetesObject {
  return {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind,
    metadata: {
      name: 'own',
      namespace: kind === 'ServingRuntime' ? 'tenant-a' : undefined,
      annotations: { 'serving.kserve.io/server-type': serverType },
    },
  };
}

function aDirectory(
  watched: {
    models?: KubernetesObject[];
    services?: KubernetesObject[];
    runtimes?: KubernetesObject[];
    /** undefined: not looked at. */
    clusterRuntimes?: KubernetesObject[];
  },
  options: { runtimesSynced?: boolean; modelsSynced?: boolean } = {},
) {
  const watches = {
    models: aWatch(watched.models ?? [], { synced: options.modelsSynced }),
    services: aWatch(watched.services ?? []),
    runtimes: aWatch(watched.runtimes ?? [], {
      synced: options.runtimesSynced,
    }),
  };
  const directory = new WatchedModelDirectory(
    {
      get: place => (place === 'one/tenant-a' ? watches : undefined),
      onWatch: listener => listener(watches),
    },
    cluster => ({
      settings: clusterSettingsOf({ clusterSettings: new Map() }, cluster),
      runtimes: watched.clusterRuntimes && aWatch(watched.clusterRuntimes),
    }),
  );
  return { directory, ...watches };
}

describe('the models of a tenant', () => {
  const custom = (status: object) =>
    aModel({
      spec: { predictor: { model: { modelFormat: { name: 'custom' } } } },
      status: { deploymentMode: 'Standard', ...status },
    });
  const ofNamespace = custom({ servingRuntimeName: 'own' });
  const ofCluster = custom({ clusterServingRuntimeName: 'own' });
  const chosen = aModel({
    spec: {
      predictor: { model: { modelFormat: { name: 'custom' }, runtime: 'own' } },
    },
    status: {},
  });
  const vllm = (kind: string) => [aRuntime(kind, 'vllmserver')];
  const other = (kind: string) => [aRuntime(kind, 'mlserver')];

  it.each<[string, KubernetesObject, Parameters<typeof aDirectory>[0], string]>(
    [
      [
        'the runtime of its namespace',
        ofNamespace,
        {
          runtimes: vllm('ServingRuntime'),
          clusterRuntimes: other('ClusterServingRuntime'),
        },
        'openai',
      ],
      [
        'the runtime of its cluster, whatever the namespace calls like it',
        ofCluster,
        {
          runtimes: other('ServingRuntime'),
          clusterRuntimes: vllm('ClusterServingRuntime'),
        },
        'openai',
      ],
      [
        'no runtime of the cluster where these are not looked at',
        ofCluster,
        { runtimes: vllm('ServingRuntime') },
        'traditional',
      ],
      [
        'the runtime that its owner has chosen, as long as KServe says nothing',
        chosen,
        { runtimes: vllm('ServingRuntime') },
        'openai',
      ],
      [
        'such a runtime of the cluster, when the namespace has none',
        chosen,
        { clusterRuntimes: vllm('ClusterServingRuntime') },
        'openai',
      ],
      ['its format, when the runtime is gone', ofNamespace, {}, 'traditional'],
    ],
  )('have the type of %s', (_, model, watched, modelType) => {
    const { directory } = aDirectory({ models: [model], ...watched });
    expect(directory.require(tenant, 'iris')).toMatchObject({
      modelType,
      runtime: 'own',
    });
  });

  it('are known although runtimes may not be read', () => {
    const { directory } = aDirectory(
      { models: [ofNamespace], runtimes: vllm('ServingRuntime') },
      { runtimesSynced: false },
    );
    expect(directory.list(tenant)).toMatchObject([
      { name: 'iris', modelType: 'traditional' },
    ]);
  });

  it('are not known before they were read', () => {
    const { directory } = aDirectory({}, { modelsSynced: false });
    const now = new Date();
    expect(directory.freshness(tenant, now).state).toBe('unread');
    expect(() => directory.list(tenant)).toThrow(/has not answered yet/);
    expect(directory.freshness({ ...tenant, namespace: 'other' }, now)).toEqual(
      { name: 'one', state: 'unread', asOf: null },
    );
  });

  it('are fresh, once they were read', () => {
    const { directory } = aDirectory({});
    expect(directory.freshness(tenant, new Date()).state).toBe('live');
  });
});

describe('a change', () => {
  const service = aServiceOf(aModel());

  it.each<[string, KubernetesObject, string[]]>([
    ['of a Service', service, ['iris']],
    [
      'of a Service that takes its labels away with it',
      { ...service, metadata: { ...service.metadata, labels: {} } },
      ['iris'],
    ],
    [
      "of a transformer's Service",
      aServiceOf(aModel(), 'transformer'),
      ['iris'],
    ],
    [
      'of a Service that no model is looked up by',
      { ...service, metadata: { ...service.metadata, name: 'iris' } },
      [],
    ],
  ])('%s is told to those who serve the model', (_, changed, expected) => {
    const { directory, services } = aDirectory({});
    const told: string[] = [];
    directory.onChange(({ namespace, name }) => {
      expect(namespace).toBe('tenant-a');
      told.push(name);
    });
    services.remember(changed);
    expect(told).toEqual(expected);
  });

  it('of a model is told, and so is its end', () => {
    const { directory, models } = aDirectory({ models: [aModel()] });
    const told: string[] = [];
    directory.onChange(({ name }) => told.push(name));
    models.forget({ namespace: 'tenant-a', name: 'iris' });
    expect(told).toEqual(['iris']);
    expect(
      directory.upstreamOf({
        cluster: 'one',
        tenant: 'tenant-a',
        model: 'iris',
      }),
    ).toMatchObject({ ok: false, reason: 'ModelMissing' });
  });
});
