import { defineResource } from '../defineResource';
import { Condition } from './Condition';

/** A large language model (KServe 0.17 and later, gateway-facts 6.5). */
export interface LlmInferenceServiceSpec {
  model?: {
    uri?: string;
    /** What clients ask the server for; the object's name by default. */
    name?: string;
  };
}

/** A cluster may have a KServe without the kind, which is a newer part of it. */
export const LlmInferenceService = defineResource<
  LlmInferenceServiceSpec,
  { conditions?: Condition[] }
>({
  group: 'serving.kserve.io',
  version: 'v1alpha2',
  kind: 'LLMInferenceService',
  plural: 'llminferenceservices',
  optional: true,
});
