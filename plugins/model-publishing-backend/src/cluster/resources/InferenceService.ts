import { defineResource } from '../defineResource';
import { Condition } from './Condition';

export interface InferenceServiceSpec {
  predictor?: {
    model?: {
      modelFormat?: { name?: string };
      protocolVersion?: string;
      args?: string[];
      runtime?: string;
    };
    containers?: Array<{ image?: string; args?: string[] }>;
  };
  transformer?: unknown;
}

export interface InferenceServiceStatus {
  conditions?: Condition[];
  deploymentMode?: string;
  /** One of the two, since KServe 0.16. */
  servingRuntimeName?: string;
  clusterServingRuntimeName?: string;
  modelStatus?: { lastFailureInfo?: { message?: string; reason?: string } };
}

export const InferenceService = defineResource<
  InferenceServiceSpec,
  InferenceServiceStatus
>({
  group: 'serving.kserve.io',
  version: 'v1beta1',
  kind: 'InferenceService',
  plural: 'inferenceservices',
});
