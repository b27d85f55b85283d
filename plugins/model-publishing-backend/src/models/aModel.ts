import { KubernetesObject } from '../cluster/defineResource';

/** An InferenceService for tests: tenant-a's iris, ready, in Standard mode. */
export function aModel(
  changes: {
    name?: string;
    kind?: string;
    annotations?: Record<string, string>;
    deletionTimestamp?: string;
    spec?: object;
    status?: object;
  } = {},
): KubernetesObject {
  const { name = 'iris', kind = 'InferenceService', spec, status } = changes;
  const { annotations, deletionTimestamp } = changes;
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind,
    metadata: {
      name,
      namespace: 'tenant-a',
      uid: `uid-of-${name}`,
      annotations,
      deletionTimestamp,
    },
    spec: spec ?? {
      predictor: { model: { modelFormat: { name: 'sklearn' } } },
    },
    status: status ?? {
      deploymentMode: 'Standard',
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
}

/** An InferenceService with these arguments of its model server. */
export function aModelWithArgs(format: string, args: string[]) {
  return aModel({
    spec: { predictor: { model: { modelFormat: { name: format }, args } } },
  });
}

/** The Service that KServe makes for a model's predictor, or another component of it. */
export function aServiceOf(
  model: KubernetesObject,
  component = 'predictor',
): KubernetesObject {
  const { name, namespace, uid = '' } = model.metadata;
  const { apiVersion, kind } = model;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${name}-${component}`,
      namespace,
      labels: { 'serving.kserve.io/inferenceservice': name },
      ownerReferences: [{ apiVersion, kind, name, uid, controller: true }],
    },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.0.0.1',
      ports: [{ port: 80 }],
      selector: { app: 'isvc' },
    },
  };
}
