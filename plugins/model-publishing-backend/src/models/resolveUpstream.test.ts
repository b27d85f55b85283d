import { KubernetesObject } from '../cluster/defineResource';
import { aModel, aModelWithArgs, aServiceOf } from './aModel';
import { resolveUpstream } from './resolveUpstream';

function resolve(model: KubernetesObject, services: KubernetesObject[]) {
  return resolveUpstream(model, name =>
    services.find(({ metadata }) => metadata.name === name),
  );
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
      'in Knative mode',
      aModel({ status: { deploymentMode: 'Knative' } }),
      'KnativeMode',
    ],
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
  ])('refuses a model %s', (_, model, reason) => {
    expect(resolve(model, [aServiceOf(model)])).toMatchObject({
      ok: false,
      reason,
    });
  });
});
