import { defineResource } from '../defineResource';
import { ServingRuntimeSpec } from './ServingRuntime';

export const ClusterServingRuntime = defineResource<ServingRuntimeSpec>({
  group: 'serving.kserve.io',
  version: 'v1alpha1',
  kind: 'ClusterServingRuntime',
  plural: 'clusterservingruntimes',
  clusterScoped: true,
});
