interface ModelSeed {
  readonly namespace: string;
  readonly name: string;
  readonly protocolVersion?: 'v1' | 'v2';
  readonly storageUri: string;
}

const since = '2026-01-01T00:00:00Z';

function condition(
  type: string,
  details: Record<string, string> & { status: 'True' | 'False' },
) {
  return { type, lastTransitionTime: since, ...details };
}

function inferenceService(seed: ModelSeed, status: Record<string, unknown>) {
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: seed.name, namespace: seed.namespace },
    spec: {
      predictor: {
        model: {
          modelFormat: { name: 'sklearn' },
          ...(seed.protocolVersion
            ? { protocolVersion: seed.protocolVersion }
            : {}),
          storageUri: seed.storageUri,
        },
      },
    },
    status: {
      deploymentMode: 'Standard',
      clusterServingRuntimeName: 'kserve-sklearnserver',
      observedGeneration: 1,
      ...status,
    },
  };
}

/** A model that KServe 0.20 has deployed in Standard mode. */
export function readyInferenceService(seed: ModelSeed) {
  const { namespace, name } = seed;
  const address = {
    url: `http://${name}-predictor.${namespace}.svc.cluster.local`,
  };
  return inferenceService(seed, {
    address,
    url: `http://${name}-${namespace}.models.example.test`,
    components: {
      predictor: {
        url: `http://${name}-predictor-${namespace}.models.example.test`,
        address,
      },
    },
    conditions: [
      condition('IngressReady', { status: 'True', severity: 'Info' }),
      condition('PredictorReady', { status: 'True', severity: 'Info' }),
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

/** The Service that KServe makes for a predictor; `ownerUid` is the uid of the InferenceService. */
export function predictorService(
  { namespace, name }: Pick<ModelSeed, 'namespace' | 'name'>,
  ownerUid: string,
) {
  const app = `isvc.${name}-predictor`;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${name}-predictor`,
      namespace,
      labels: {
        app,
        component: 'predictor',
        'serving.kserve.io/inferenceservice': name,
      },
      ownerReferences: [
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name,
          uid: ownerUid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      type: 'ClusterIP',
      selector: { app },
      ports: [
        {
          name: `${name}-predictor`,
          port: 80,
          protocol: 'TCP',
          targetPort: 8080,
        },
      ],
    },
  };
}
