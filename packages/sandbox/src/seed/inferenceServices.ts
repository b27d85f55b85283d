/** A model to put there. */
export interface ModelSeed {
  readonly namespace: string;
  readonly name: string;
  /** Default: sklearn. */
  readonly format?: 'sklearn' | 'huggingface';
  readonly args?: readonly string[];
  readonly protocolVersion?: 'v1' | 'v2';
  readonly storageUri: string;
  readonly mode?: 'Standard' | 'Knative';
  /** Whether a transformer stands before the predictor. */
  readonly transformed?: boolean;
}

/** What a model consists of. */
export type ModelComponent = 'predictor' | 'transformer';

const since = '2026-01-01T00:00:00Z';

function condition(
  type: string,
  details: Record<string, string> & { status: 'True' | 'False' },
) {
  return { type, lastTransitionTime: since, ...details };
}

function inferenceService(seed: ModelSeed, status: Record<string, unknown>) {
  const { format = 'sklearn' } = seed;
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name: seed.name,
      namespace: seed.namespace,
      ...(seed.mode && {
        annotations: { 'serving.kserve.io/deploymentMode': seed.mode },
      }),
    },
    spec: {
      predictor: {
        model: {
          modelFormat: { name: format },
          ...(seed.args && { args: seed.args }),
          ...(seed.protocolVersion
            ? { protocolVersion: seed.protocolVersion }
            : {}),
          storageUri: seed.storageUri,
        },
      },
      ...(seed.transformed && {
        transformer: {
          containers: [
            { name: 'kserve-container', image: 'example.test/to-centimetres' },
          ],
        },
      }),
    },
    status: {
      deploymentMode: seed.mode ?? 'Standard',
      clusterServingRuntimeName: `kserve-${format}server`,
      observedGeneration: 1,
      ...status,
    },
  };
}

/** What KServe 0.20 reports of each mode when all is well; severity Info: it does not count by itself. */
const goodConditions = {
  Standard: ['IngressReady', 'PredictorReady'],
  Knative: [
    'IngressReady',
    'LatestDeploymentReady',
    'PredictorConfigurationReady',
    'PredictorReady',
    'PredictorRouteReady',
    'RoutesReady',
  ],
} as const;

/** The components of a model, the one that requests reach first at the end. */
export function componentsOf(seed: ModelSeed): ModelComponent[] {
  return seed.transformed ? ['predictor', 'transformer'] : ['predictor'];
}

/** A model that KServe 0.20 has deployed. */
export function readyInferenceService(seed: ModelSeed) {
  const { namespace, name, mode = 'Standard' } = seed;
  const components = componentsOf(seed);
  const urlOf = (component: string) => ({
    url: `http://${name}-${component}.${namespace}.svc.cluster.local`,
  });
  const entryPoint = components.at(-1) ?? 'predictor';
  return inferenceService(seed, {
    address:
      mode === 'Knative'
        ? { url: `http://${name}.${namespace}.svc.cluster.local` }
        : urlOf(entryPoint),
    url: `http://${name}-${namespace}.models.example.test`,
    components: Object.fromEntries(
      components.map(component => [
        component,
        {
          url: `http://${name}-${component}-${namespace}.models.example.test`,
          address: urlOf(component),
        },
      ]),
    ),
    conditions: [
      ...goodConditions[mode].map(type =>
        condition(type, { status: 'True', severity: 'Info' }),
      ),
      ...(seed.transformed
        ? [condition('TransformerReady', { status: 'True', severity: 'Info' })]
        : []),
      condition('Ready', { status: 'True' }),
    ],
    modelStatus: {
      transitionStatus: 'UpToDate',
      copies: { failedCopies: 0, totalCopies: 1 },
      states: { activeModelState: 'Loaded', targetModelState: 'Loaded' },
    },
  });
}

/** A model whose storage does not exist, as KServe 0.20 reports it. */
export function brokenInferenceService(seed: ModelSeed) {
  const unavailable = {
    status: 'False',
    reason: 'MinimumReplicasUnavailable',
    message: 'Deployment does not have minimum availability.',
  } as const;
  return inferenceService(seed, {
    conditions: [
      condition('IngressReady', {
        status: 'False',
        reason: 'Predictor ingress not created',
        severity: 'Info',
      }),
      condition('PredictorReady', { ...unavailable, severity: 'Info' }),
      condition('Ready', unavailable),
    ],
    modelStatus: {
      transitionStatus: 'BlockedByFailedLoad',
      copies: { failedCopies: 1, totalCopies: 1 },
      states: { activeModelState: '', targetModelState: 'FailedToLoad' },
      lastFailureInfo: {
        reason: 'ModelLoadFailed',
        message: `Failed to pull the model: ${seed.storageUri}: no such file or directory`,
      },
    },
  });
}
