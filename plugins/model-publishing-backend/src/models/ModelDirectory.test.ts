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
    llms?: KubernetesObject[];
    services?: KubernetesObject[];
    runtimes?: KubernetesObject[];
    /** undefined: not looked at. */
    clusterRuntimes?: KubernetesObject[];
  },
  options: {
    runtimesSynced?: boolean;
    modelsSynced?: boolean;
    llmsSynced?: boolean;
  } = {},
) {
  const watches = {
    models: aWatch(watched.models ?? [], { synced: options.modelsSynced }),
    llms: aWatch(watched.llms ?? [], { synced: options.llmsSynced }),
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
        kind: 'InferenceService',
      }),
    ).toMatchObject({ ok: false, reason: 'ModelMissing' });
  });
});

describe('an LLMInferenceService', () => {
  const llm = (spec: object = {}): KubernetesObject =>
    aModel({ name: 'llm', kind: 'LLMInferenceService', spec });
  /** The Service of its pods, as KServe makes it. */
  const workload = (changes: object = {}): KubernetesObject => {
    const service = aServiceOf(llm(), 'kserve-workload-svc');
    const spec = Object(service.spec);
    return {
      ...service,
      metadata: { ...service.metadata, labels: {} },
      spec: { ...spec, ports: [{ port: 8000 }], ...changes },
    };
  };

  it('is an OpenAI-compatible model that answers at its pods', () => {
    const model = llm({ model: { name: 'meta-llama/Llama-3.1-8B' } });
    const { directory } = aDirectory({ llms: [model], services: [workload()] });
    expect(directory.require(tenant, 'llm')).toMatchObject({
      kind: 'LLMInferenceService',
      modelType: 'openai',
      modelTypeRule: 'an LLMInferenceService is always OpenAI-compatible',
      openaiPrefix: 'v1',
      ready: true,
      upstream: {
        ok: true,
        upstream: {
          hostname: 'llm-kserve-workload-svc.tenant-a.svc.cluster.local',
          port: 8000,
          servedName: 'meta-llama/Llama-3.1-8B',
          openaiPrefix: 'v1',
        },
      },
    });
  });

  it.each<[string, KubernetesObject[], string]>([
    ['that does not exist', [], 'ServiceMissing'],
    [
      'that points out of the cluster',
      [workload({ type: 'ExternalName' })],
      'ServiceExternal',
    ],
    [
      'that is not its own',
      [
        {
          ...workload(),
          metadata: { ...workload().metadata, ownerReferences: [] },
        },
      ],
      'ServiceForeign',
    ],
    ['that selects no pods', [workload({ selector: {} })], 'ServiceByHand'],
    [
      'without the port of the pods',
      [workload({ ports: [{ port: 80 }] })],
      'ServicePortMissing',
    ],
    [
      'that speaks TLS',
      [workload({ ports: [{ port: 8000, appProtocol: 'https' }] })],
      'ServiceTls',
    ],
  ])('is not routed to a Service %s', (_, services, reason) => {
    const { directory } = aDirectory({ llms: [llm()], services });
    expect(directory.require(tenant, 'llm').upstream).toMatchObject({
      ok: false,
      reason,
    });
  });

  it('and an InferenceService of one name are both listed, and neither is chosen', () => {
    const { directory } = aDirectory({
      models: [aModel({ name: 'llm' })],
      llms: [llm()],
    });
    expect(directory.list(tenant).map(({ kind }) => kind)).toEqual([
      'InferenceService',
      'LLMInferenceService',
    ]);
    expect(() => directory.require(tenant, 'llm')).toThrow(/rename one/);
    expect(directory.find(tenant, 'llm', 'LLMInferenceService')?.kind).toBe(
      'LLMInferenceService',
    );
  });

  it('that may not be read does not hide the other models, and is not taken for gone', () => {
    const { directory } = aDirectory(
      { models: [aModel()], services: [aServiceOf(aModel())] },
      { llmsSynced: false },
    );
    expect(directory.list(tenant)).toHaveLength(1);
    expect(directory.require(tenant, 'iris').upstream.ok).toBe(true);
    expect(directory.freshness(tenant, new Date()).state).toBe('live');
    const publication = { cluster: 'one', tenant: 'tenant-a', model: 'llm' };
    expect(() =>
      directory.upstreamOf({ ...publication, kind: 'LLMInferenceService' }),
    ).toThrow(/has not answered yet/);
  });

  it.each([
    ['its own name when none is given', {}, 'llm'],
    ['nothing that cannot be sent', { model: { name: 'a\nb' } }, undefined],
  ])('is asked for by %s', (_, spec, servedName) => {
    const { directory } = aDirectory({
      llms: [llm(spec)],
      services: [workload()],
    });
    const { upstream } = directory.require(tenant, 'llm');
    expect(upstream.ok ? upstream.upstream.servedName : undefined).toBe(
      servedName,
    );
  });

  it('is told of when it changes, and when the Service of its pods does', () => {
    const { directory, services } = aDirectory({ services: [workload()] });
    const told: string[] = [];
    directory.onChange(({ name }) => told.push(name));
    services.forget({
      namespace: 'tenant-a',
      name: 'llm-kserve-workload-svc',
    });
    expect(told).toEqual(['llm']);
  });
});
