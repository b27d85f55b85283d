import { KubernetesObject } from '../cluster/defineResource';
import { InferenceServiceStatus } from '../cluster/resources/InferenceService';

export interface Readiness {
  ready: boolean;
  /** KServe's words when the model is not ready. */
  reason: string | undefined;
}

/**
 * Whether KServe says that a model is ready. `status.observedGeneration` is not looked at: KServe copies it from a
 * child object, so it cannot be compared with the model's generation.
 */
export function readinessOf({ metadata, status }: KubernetesObject): Readiness {
  if (metadata.deletionTimestamp) {
    return { ready: false, reason: 'the model is being deleted' };
  }
  const { conditions, modelStatus } = (status ?? {}) as InferenceServiceStatus;
  const condition = conditions?.find(({ type }) => type === 'Ready');
  if (condition?.status === 'True') {
    return { ready: true, reason: undefined };
  }
  const failure = modelStatus?.lastFailureInfo;
  const words = [condition?.reason, condition?.message, failure?.message];
  return {
    ready: false,
    reason:
      words.filter(Boolean).join(': ') || 'KServe has not reported on it yet',
  };
}
