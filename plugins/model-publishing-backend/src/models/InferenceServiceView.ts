import { KubernetesObject } from '../cluster/defineResource';
import {
  InferenceServiceSpec,
  InferenceServiceStatus,
} from '../cluster/resources/InferenceService';

/** An InferenceService in the words of this product. */
export interface InferenceServiceView {
  ready: boolean;
  /** KServe's words when the model is not ready. */
  reason: string | undefined;
  mode: 'Standard' | 'Knative';
  hasTransformer: boolean;
  modelFormat: string | undefined;
  protocol: 'v1' | 'v2';
  /** Name under which the model server knows the model. */
  servedName: string;
}

/** Reads what publishing needs from an InferenceService (KServe 0.17 to 0.20, gateway-facts 6). */
export function inferenceServiceView(object: KubernetesObject): InferenceServiceView {
  const spec = (object.spec ?? {}) as InferenceServiceSpec;
  const status = (object.status ?? {}) as InferenceServiceStatus;
  const model = spec.predictor?.model;
  const ready = status.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True');
  return {
    ready: ready ?? false,
    reason: ready ? undefined : reasonOf(status),
    mode: modeOf(object, status),
    hasTransformer: spec.transformer !== undefined,
    modelFormat: model?.modelFormat?.name,
    protocol: model?.protocolVersion?.endsWith('v2') ? 'v2' : 'v1',
    servedName: argumentOf('--model_name', model?.args) ?? object.metadata.name,
  };
}

function reasonOf({ conditions, modelStatus }: InferenceServiceStatus): string {
  const condition = conditions?.find(({ type }) => type === 'Ready');
  const failure = modelStatus?.lastFailureInfo;
  const parts = [condition?.reason, condition?.message, failure?.message];
  return parts.filter(Boolean).join(': ') || 'KServe has not reported on it yet';
}

/** Serverless and RawDeployment are the older names of the two modes. */
function modeOf(object: KubernetesObject, status: InferenceServiceStatus): 'Standard' | 'Knative' {
  const annotated = object.metadata.annotations?.['serving.kserve.io/deploymentMode'];
  const mode = status.deploymentMode ?? annotated;
  return mode === 'Knative' || mode === 'Serverless' ? 'Knative' : 'Standard';
}

/** Value of a command line argument, written `--name=value` or `--name value`. */
export function argumentOf(name: string, args: string[] = []): string | undefined {
  const index = args.findIndex(arg => arg === name || arg.startsWith(`${name}=`));
  const found = args[index];
  return found === name ? args[index + 1] : found?.slice(name.length + 1);
}
