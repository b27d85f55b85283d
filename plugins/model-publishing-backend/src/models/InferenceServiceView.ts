import { KubernetesObject } from '../cluster/defineResource';
import {
  InferenceServiceSpec,
  InferenceServiceStatus,
} from '../cluster/resources/InferenceService';
import { argumentOf, entryPointOf } from './componentOf';
import { Readiness, readinessOf } from './readinessOf';

/** An InferenceService in the words of this product. */
export interface InferenceServiceView extends Readiness {
  /** undefined: a mode that this product does not know, such as ModelMesh. */
  mode: 'Standard' | 'Knative' | undefined;
  /** The component that requests go to first. */
  entryPoint: 'predictor' | 'transformer';
  modelFormat: string | undefined;
  /** undefined: not spoken over plain HTTP (gRPC). */
  protocol: 'v1' | 'v2' | undefined;
  /** Name under which the model server knows the model. */
  servedName: string;
  /** undefined: nothing chosen yet, or own containers. */
  runtime: RuntimeRef | undefined;
}

/** The runtime that serves a model. */
export interface RuntimeRef {
  name: string;
  /** Where KServe has looked, or would: first in the model's namespace, then in the cluster. */
  kinds: Array<'ServingRuntime' | 'ClusterServingRuntime'>;
}

/** Both spellings of each mode; the second ones are of KServe before 0.16. An absent mode is Standard. */
const MODES: Partial<Record<string, InferenceServiceView['mode']>> = {
  Standard: 'Standard',
  RawDeployment: 'Standard',
  Knative: 'Knative',
  Serverless: 'Knative',
};
const MODE_ANNOTATION = 'serving.kserve.io/deploymentMode';

const PROTOCOLS: Partial<Record<string, InferenceServiceView['protocol']>> = {
  v1: 'v1',
  v2: 'v2',
};

/** Reads what publishing needs from an InferenceService (KServe 0.17 to 0.20, gateway-facts 6). */
export function inferenceServiceView(
  object: KubernetesObject,
): InferenceServiceView {
  const { name, annotations } = object.metadata;
  const spec = (object.spec ?? {}) as InferenceServiceSpec;
  const status = (object.status ?? {}) as InferenceServiceStatus;
  const model = spec.predictor?.model;
  const entryPoint = entryPointOf(spec);
  const mode = status.deploymentMode ?? annotations?.[MODE_ANNOTATION];
  return {
    ...readinessOf(object),
    mode: MODES[mode ?? 'Standard'],
    entryPoint: entryPoint.name,
    modelFormat: model?.modelFormat?.name,
    protocol: PROTOCOLS[model?.protocolVersion ?? 'v1'],
    servedName: argumentOf('--model_name', entryPoint.args) ?? name,
    runtime: runtimeOf(status, model?.runtime),
  };
}

/** What KServe has reported; until then, what the model's owner has chosen. */
function runtimeOf(
  {
    servingRuntimeName: ofNamespace,
    clusterServingRuntimeName: ofCluster,
  }: InferenceServiceStatus,
  chosen: string | undefined,
): RuntimeRef | undefined {
  if (ofNamespace) {
    return { name: ofNamespace, kinds: ['ServingRuntime'] };
  }
  if (ofCluster) {
    return { name: ofCluster, kinds: ['ClusterServingRuntime'] };
  }
  return chosen
    ? { name: chosen, kinds: ['ServingRuntime', 'ClusterServingRuntime'] }
    : undefined;
}
