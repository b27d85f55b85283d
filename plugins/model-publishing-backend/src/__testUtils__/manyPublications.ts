import { publicationIdOf } from '../names';
import { PublicationState } from '../state/PublicationState';
import { stateSecretOf } from '../state/stateSecret';
import { seedModel } from './aPortal';
import { aState } from './builders';
import { FakeCluster } from './FakeCluster';

/** Names with the length that names of models have. */
export const modelNameOf = (index: number) =>
  `fraud-detection-model-${String(index).padStart(5, '0')}`;

/** The state of the n-th of many publications, of tenants a and b in turn. */
export function nthState(index: number): PublicationState {
  const tenant = index % 2 === 0 ? 'tenant-a' : 'tenant-b';
  const model = modelNameOf(index);
  const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
  return aState({
    id: publicationIdOf({ namespace: tenant, kind: 'InferenceService', model }),
    cluster: 'fake',
    tenant,
    model,
    createdAt: at,
    updatedAt: at,
  });
}

/** Puts ready models and the states of their publications into a cluster; a portal makes the rest of them. */
export function seedPublications(
  cluster: FakeCluster,
  count: number,
  first = 0,
): void {
  for (let index = first; index < first + count; index++) {
    const state = nthState(index);
    seedModel(cluster, state.tenant, state.model);
    cluster.seed(
      stateSecretOf(state, {
        namespace: 'model-gateway',
        instanceId: 'test',
      }),
    );
  }
}
