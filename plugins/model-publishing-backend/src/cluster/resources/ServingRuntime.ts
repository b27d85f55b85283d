import { defineResource } from '../defineResource';

/** What a runtime of KServe can serve; the server type is in the annotation `serving.kserve.io/server-type`. */
export interface ServingRuntimeSpec {
  disabled?: boolean;
  supportedModelFormats?: Array<{ name: string; version?: string }>;
  protocolVersions?: string[];
  containers: Array<{ name: string; image?: string; args?: string[] }>;
}

export const ServingRuntime = defineResource<ServingRuntimeSpec>({
  group: 'serving.kserve.io',
  version: 'v1alpha1',
  kind: 'ServingRuntime',
  plural: 'servingruntimes',
});
