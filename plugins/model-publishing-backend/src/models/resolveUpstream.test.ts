import { KubernetesObject } from '../cluster/defineResource';
import { aModel, aModelWithArgs, aServiceOf } from './aModel';
import { resolveUpstream, UpstreamSurroundings } from './resolveUpstream';

const localGateway = {
  namespace: 'istio-system',
  service: 'knative-local-gateway',
  port: 80,
};

const traditional = {
  localGateway,
  modelType: 'traditional' as const,
  openaiPrefix: 'v1' as const,
};

function resolve(
  model: KubernetesObject,
  services: KubernetesObject[],
  surroundings: Omit<UpstreamSurroundings, 'serviceOf'> = traditional,
) {
  return resolveUpstream(model, {
    serviceOf: name => services.find(({ metadata }) => metadata.name === name),
    ...surroundings,
  });
}

const iris = aModel();

function irisService(changes: {
  spec?: object;
  metadata?: Partial<KubernetesObject['metadata']>;
}): KubernetesObject {
  const service = aServiceOf(iris);
  return {
    ...service,
    metadata: { ...service.metadata, ...changes.metadata },
    spec: { ...(service.spec as object), ...changes.spec },
  };
}

const owner = (kind: string, uid: string, controller = true) => ({
  apiVersion: 'v1',
  kind,
  name: 'owner',
  uid,
  controller,
});

describe('resolveUpstream', () => {
  it("finds the model's own Service", () => {
    expect(resolve(iris, [aServiceOf(iris)])).toEqual({
      ok: true,
      upstream: {
        hostname: 'iris-predictor.tenant-a.svc.cluster.local',
        port: 80,
        hostHeader: undefined,
        servedName: 'iris',
        protocol: 'v1',
        openaiPrefix: 'v1',
      },
    });
  });

  it('uses the port of the container where the Service is headless', () => {
    const headless = irisService({ spec: { clusterIP: 'None', ports: [] } });
    expect(resolve(iris, [headless])).toMatchObject({
      upstream: { port: 8080 },
    });
  });

  it('goes through the transformer', () => {
    const model = aModel({
      spec: { predictor: { model: {} }, transformer: { containers: [] } },
    });
    const services = [aServiceOf(model), aServiceOf(model, 'transformer')];
    expect(resolve(model, services)).toMatchObject({
      upstream: { hostname: 'iris-transformer.tenant-a.svc.cluster.local' },
    });
    expect(resolve(model, [aServiceOf(model)])).toMatchObject({
      reason: 'ServiceMissing',
    });
  });

  it("takes a Service with KServe's label that a controller in between owns", () => {
    const ownerReferences = [owner('Route', 'uid-of-route')];
    expect(
      resolve(iris, [irisService({ metadata: { ownerReferences } })]).ok,
    ).toBe(true);
  });

  it.each<[string, KubernetesObject[], string]>([
    ['there is no Service', [], 'ServiceMissing'],
    [
      'the Service points out of the cluster',
      [irisService({ spec: { type: 'ExternalName', externalName: 'a.test' } })],
      'ServiceExternal',
    ],
    [
      'nobody owns the Service',
      [irisService({ metadata: { ownerReferences: [] } })],
      'ServiceForeign',
    ],
    [
      'the Service is left over from an earlier model of this name',
      [
        irisService({
          metadata: { ownerReferences: [owner('InferenceService', 'old')] },
        }),
      ],
      'ServiceForeign',
    ],
    [
      'the owner is no controller',
      [
        irisService({
          metadata: { ownerReferences: [owner('Deployment', 'any', false)] },
        }),
      ],
      'ServiceForeign',
    ],
    [
      'the label names another model',
      [
        irisService({
          metadata: {
            labels: { 'serving.kserve.io/inferenceservice': 'other' },
            ownerReferences: [owner('Route', 'any')],
          },
        }),
      ],
      'ServiceForeign',
    ],
    [
      'the Service has no HTTP port',
      [irisService({ spec: { ports: [{ port: 9000 }] } })],
      'ServicePortMissing',
    ],
    [
      'the Service selects no pods, so that its addresses are set by hand',
      [irisService({ spec: { selector: undefined } })],
      'ServiceByHand',
    ],
  ])('refuses when %s', (_, services, reason) => {
    expect(resolve(iris, services)).toMatchObject({ ok: false, reason });
  });

  it.each<[string, KubernetesObject, string]>([
    [
      'in a mode that is not known',
      aModel({ status: { deploymentMode: 'ModelMesh' } }),
      'ModeUnsupported',
    ],
    [
      'that speaks gRPC',
      aModel({
        spec: { predictor: { model: { protocolVersion: 'grpc-v2' } } },
      }),
      'ProtocolUnsupported',
    ],
    [
      'whose name would lead elsewhere in the model server',
      aModelWithArgs('sklearn', [
        '--model_name=../../v2/repository/models/x/load?',
      ]),
      'ServedNameUnsafe',
    ],
    [
      'whose name has a slash',
      aModelWithArgs('sklearn', ['--model_name=org/model']),
      'ServedNameUnsafe',
    ],
    [
      'whose name would be several labels of a hostname',
      aModel({ name: 'iris.tenant-b.svc.cluster.local' }),
      'NameUnsafe',
    ],
    [
      'whose Service would need a name that is too long',
      aModel({ name: 'm'.repeat(54) }),
      'NameUnsafe',
    ],
  ])('refuses a model %s', (_, model, reason) => {
    expect(resolve(model, [aServiceOf(model)])).toMatchObject({
      ok: false,
      reason,
    });
  });
});

describe('resolveUpstream of an OpenAI-compatible model', () => {
  const openai = { ...traditional, modelType: 'openai' as const };
  const named = (name: string) =>
    aModelWithArgs('huggingface', [`--model_name=${name}`]);

  it('takes a name that is only a value in a body', () => {
    const model = named('meta-llama/Llama-3.1-8B');
    expect(resolve(model, [aServiceOf(model)], openai)).toMatchObject({
      ok: true,
      upstream: { servedName: 'meta-llama/Llama-3.1-8B' },
    });
  });

  it.each(['a\u0007b', 'x'.repeat(257)])('refuses the name %j', name => {
    const model = named(name);
    expect(resolve(model, [aServiceOf(model)], openai)).toMatchObject({
      reason: 'ServedNameUnsafe',
    });
  });
});

describe('resolveUpstream in Knative mode', () => {
  const status = { deploymentMode: 'Knative' };
  const model = aModel({ status });
  const gatewayHost = 'knative-local-gateway.istio-system.svc.cluster.local';

  /** As Knative makes it: a Route in between owns it. */
  function knativeService(
    changes: {
      spec?: object;
      labels?: Record<string, string>;
      owners?: KubernetesObject['metadata']['ownerReferences'];
      component?: string;
    } = {},
  ): KubernetesObject {
    const service = aServiceOf(model, changes.component);
    const { metadata } = service;
    return {
      ...service,
      metadata: {
        ...metadata,
        labels: changes.labels ?? metadata.labels,
        ownerReferences: changes.owners ?? [owner('Route', 'uid-of-route')],
      },
      spec: changes.spec ?? {
        type: 'ExternalName',
        externalName: gatewayHost,
        ports: [{ port: 80 }],
      },
    };
  }
  const leadingTo = (externalName: string) =>
    knativeService({ spec: { type: 'ExternalName', externalName } });

  it.each(['Knative', 'Serverless'])(
    'asks the local gateway for the host of a model (%s)',
    deploymentMode => {
      const found = resolve(aModel({ status: { deploymentMode } }), [
        knativeService(),
      ]);
      expect(found).toEqual({
        ok: true,
        upstream: {
          hostname: gatewayHost,
          port: 80,
          hostHeader: 'iris-predictor.tenant-a.svc.cluster.local',
          servedName: 'iris',
          protocol: 'v1',
          openaiPrefix: 'v1',
        },
      });
    },
  );

  it('asks for the transformer where there is one', () => {
    const transformed = aModel({
      status,
      spec: { predictor: { model: {} }, transformer: { containers: [] } },
    });
    const services = [
      knativeService(),
      knativeService({ component: 'transformer' }),
    ];
    expect(resolve(transformed, services)).toMatchObject({
      upstream: { hostHeader: 'iris-transformer.tenant-a.svc.cluster.local' },
    });
  });

  it('goes through the gateway that is configured, and no other', () => {
    const configured = {
      ...traditional,
      localGateway: {
        namespace: 'kourier-system',
        service: 'kourier-internal',
        port: 8081,
      },
    };
    const host = 'kourier-internal.kourier-system.svc.cluster.local';
    expect(resolve(model, [leadingTo(host)], configured)).toMatchObject({
      upstream: { hostname: host, port: 8081 },
    });
    expect(resolve(model, [knativeService()], configured)).toMatchObject({
      ok: false,
      reason: 'ServiceNotLocalGateway',
    });
  });

  it.each<[string, KubernetesObject[], string]>([
    ['there is no Service', [], 'ServiceMissing'],
    ...[
      'evil.example.org',
      'iris-predictor.tenant-b.svc.cluster.local',
      'knative-local-gateway.tenant-a.svc.cluster.local',
      `${gatewayHost}.evil.example.org`,
      `evil.${gatewayHost}`,
      `${gatewayHost}.`,
      'knative-local-gateway.istio-system',
      '',
    ].map((name): [string, KubernetesObject[], string] => [
      `the Service leads to "${name}"`,
      [leadingTo(name)],
      'ServiceNotLocalGateway',
    ]),
    [
      'the Service has addresses of its own, though it names the gateway',
      [
        knativeService({
          spec: {
            type: 'ClusterIP',
            clusterIP: '10.0.0.1',
            externalName: gatewayHost,
            ports: [{ port: 80 }],
            selector: { app: 'any' },
          },
        }),
      ],
      'ServiceNotLocalGateway',
    ],
    [
      'the label names another model',
      [
        knativeService({
          labels: { 'serving.kserve.io/inferenceservice': 'other' },
        }),
      ],
      'ServiceForeign',
    ],
    [
      'nobody owns the Service',
      [knativeService({ owners: [] })],
      'ServiceForeign',
    ],
    [
      'the Service is left over from an earlier model of this name',
      [knativeService({ owners: [owner('InferenceService', 'old')] })],
      'ServiceForeign',
    ],
  ])('refuses when %s', (_, services, reason) => {
    expect(resolve(model, services)).toMatchObject({ ok: false, reason });
  });

  it('takes no Service of the local gateway for a model in Standard mode', () => {
    expect(resolve(iris, [knativeService()])).toMatchObject({
      ok: false,
      reason: 'ServiceExternal',
    });
  });
});
