import { RECORD_LABEL } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { ConfigMap } from '../cluster/resources/ConfigMap';
import { InferenceService } from '../cluster/resources/InferenceService';
import { LlmInferenceService } from '../cluster/resources/LlmInferenceService';
import { Service } from '../cluster/resources/Service';
import { ServingRuntime } from '../cluster/resources/ServingRuntime';

/** What is watched in the namespace of one tenant. A namespaced Role suffices for it. */
export interface TenantWatches {
  models: ResourceWatch<KubernetesObject>;
  llms: ResourceWatch<KubernetesObject>;
  services: ResourceWatch<KubernetesObject>;
  runtimes: ResourceWatch<KubernetesObject>;
  records: ResourceWatch<KubernetesObject>;
}

export function createTenantWatches(
  client: ClusterClient,
  namespace: string,
): TenantWatches {
  return {
    models: client.watch(InferenceService, { namespace }),
    llms: client.watch(LlmInferenceService, { namespace }),
    services: client.watch(Service, { namespace }),
    runtimes: client.watch(ServingRuntime, { namespace }),
    records: client.watch(ConfigMap, {
      namespace,
      labelSelector: `${RECORD_LABEL}=true`,
    }),
  };
}
