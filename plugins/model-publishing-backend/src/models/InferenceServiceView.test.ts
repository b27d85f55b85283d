import { aModel, aModelWithArgs } from './aModel';
import { inferenceServiceView } from './InferenceServiceView';

describe('inferenceServiceView', () => {
  it('reads a model as KServe writes it', () => {
    expect(inferenceServiceView(aModel())).toEqual({
      ready: true,
      reason: undefined,
      mode: 'Standard',
      entryPoint: 'predictor',
      modelFormat: 'sklearn',
      protocol: 'v1',
      servedName: 'iris',
      runtime: undefined,
    });
  });

  it.each([
    ['has not reported', {}, 'KServe has not reported on it yet'],
    [
      'is starting',
      {
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'MinimumReplicasUnavailable',
            message: 'Deployment does not have minimum availability.',
          },
        ],
        modelStatus: { lastFailureInfo: { message: 'no such file' } },
      },
      'MinimumReplicasUnavailable: Deployment does not have minimum availability.: no such file',
    ],
    [
      'does not know',
      { conditions: [{ type: 'Ready', status: 'Unknown' }] },
      'KServe has not reported on it yet',
    ],
    [
      'has one component ready',
      { conditions: [{ type: 'PredictorReady', status: 'True' }] },
      'KServe has not reported on it yet',
    ],
  ])('is not ready when KServe %s', (_, status, reason) => {
    expect(inferenceServiceView(aModel({ status }))).toMatchObject({
      ready: false,
      reason,
    });
  });

  it('is not ready while it is being deleted, whatever the status says', () => {
    const model = aModel({ deletionTimestamp: '2026-01-01T00:00:00Z' });
    expect(inferenceServiceView(model)).toMatchObject({
      ready: false,
      reason: 'the model is being deleted',
    });
  });

  it('is ready although the generations differ, which are not of the same object', () => {
    const model = aModel({
      status: {
        observedGeneration: 1,
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    });
    model.metadata.generation = 5;
    expect(inferenceServiceView(model).ready).toBe(true);
  });

  it.each([
    ['Standard', 'Standard'],
    ['RawDeployment', 'Standard'],
    ['Knative', 'Knative'],
    ['Serverless', 'Knative'],
    ['ModelMesh', undefined],
  ])('reads the mode %s as %s', (deploymentMode, mode) => {
    expect(
      inferenceServiceView(aModel({ status: { deploymentMode } })).mode,
    ).toBe(mode);
  });

  it('takes the mode from the annotation until there is a status', () => {
    const annotations = { 'serving.kserve.io/deploymentMode': 'Knative' };
    expect(inferenceServiceView(aModel({ annotations, status: {} })).mode).toBe(
      'Knative',
    );
  });

  it.each([
    [undefined, 'v1'],
    ['v1', 'v1'],
    ['v2', 'v2'],
    ['grpc-v1', undefined],
    ['grpc-v2', undefined],
  ])('reads the protocol version %s as %s', (protocolVersion, protocol) => {
    const spec = { predictor: { model: { protocolVersion } } };
    expect(inferenceServiceView(aModel({ spec })).protocol).toBe(protocol);
  });

  it.each([
    [['--model_name=other'], 'other'],
    [['--workers=2', '--model_name', 'other'], 'other'],
    [['--model_name=one', '--model_name=two'], 'two'],
    [['--model_name_suffix=x'], 'iris'],
    [[], 'iris'],
  ])('with the arguments %j, the model is served as %s', (args, servedName) => {
    expect(
      inferenceServiceView(aModelWithArgs('sklearn', args)).servedName,
    ).toBe(servedName);
  });

  it('reads the served name of own containers', () => {
    const spec = {
      predictor: { containers: [{ args: ['--model_name=own'] }] },
    };
    expect(inferenceServiceView(aModel({ spec })).servedName).toBe('own');
  });

  it('goes by the transformer where there is one', () => {
    const spec = {
      predictor: { model: { args: ['--model_name=inner'] } },
      transformer: { containers: [{ args: ['--model_name=outer'] }] },
    };
    expect(inferenceServiceView(aModel({ spec }))).toMatchObject({
      entryPoint: 'transformer',
      servedName: 'outer',
    });
  });

  const ofNamespace = 'ServingRuntime';
  const ofCluster = 'ClusterServingRuntime';
  it.each<[string, object, string | undefined, object | undefined]>([
    [
      'that KServe has chosen in the namespace',
      { servingRuntimeName: 'own' },
      'asked-for',
      { name: 'own', kinds: [ofNamespace] },
    ],
    [
      'that KServe has chosen in the cluster',
      { clusterServingRuntimeName: 'shared' },
      'asked-for',
      { name: 'shared', kinds: [ofCluster] },
    ],
    [
      'that its owner asks for',
      {},
      'asked-for',
      { name: 'asked-for', kinds: [ofNamespace, ofCluster] },
    ],
    ['of nobody', {}, undefined, undefined],
  ])('names the runtime %s', (_, status, runtime, expected) => {
    const spec = { predictor: { model: { runtime } } };
    expect(inferenceServiceView(aModel({ status, spec })).runtime).toEqual(
      expected,
    );
  });
});
