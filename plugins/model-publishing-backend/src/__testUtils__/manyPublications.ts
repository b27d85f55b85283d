import { mockServices } from '@backstage/backend-test-utils';
import { publicationIdOf } from '../names';
import { PublicationState } from '../state/PublicationState';
import { stateSecretOf } from '../state/stateSecret';
import { aConfig, seedModel, startPortal } from './aPortal';
import { aState } from './builders';
import { FakeCluster, FakeClusterClient } from './FakeCluster';
import { FakeUsageStore } from './FakeUsageStore';

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
    uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
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

const WRITES = ['create', 'replace', 'apply', 'mergePatch', 'delete'];

/** A client that notes its calls, and whose writes never come to an end. */
function aHaltedClient(
  cluster: FakeCluster,
  calls: string[],
): FakeClusterClient {
  return new Proxy(new FakeClusterClient(cluster), {
    get(client, name) {
      const member: unknown = Reflect.get(client, name);
      if (typeof member !== 'function' || name === 'watch') {
        return typeof member === 'function' ? member.bind(client) : member;
      }
      return (...input: unknown[]) => {
        calls.push(String(name));
        return WRITES.includes(String(name))
          ? new Promise(() => {})
          : member.apply(client, input);
      };
    },
  });
}

/** Each publication is used a lot, and has been for long. */
function muchUsage(count: number): FakeUsageStore {
  const store = new FakeUsageStore();
  const asOf = new Date();
  store.coverages.set('fake', {
    since: new Date(0),
    asOf,
    collectedAt: asOf,
    problem: undefined,
  });
  for (let index = 0; index < count; index++) {
    store.totals.set(nthState(index).uid, {
      requests: 12_345_678 + index,
      requestsToday: 123_456,
      rateLimited: 12_345,
      tokens: 1_234_567_890,
      lastAccessAt: asOf,
    });
  }
  return store;
}

/**
 * A portal that watches many publications and gets no further than to its first writes: nobody brings them in order, so
 * each has a problem to tell of.
 */
export async function aWatchingPortal(count: number) {
  const cluster = new FakeCluster();
  seedPublications(cluster, count);
  const calls: string[] = [];
  const client = aHaltedClient(cluster, calls);
  const portal = await startPortal({
    config: aConfig,
    clients: { get: async () => client },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
    counted: { store: muchUsage(count), source: { exists: true } },
  });
  await new Promise(resolve => setTimeout(resolve, 100));
  calls.length = 0;
  return {
    ...portal,
    cluster,
    /** Calls of the API server since then, by their verbs. */
    calls,
  };
}
