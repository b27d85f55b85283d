import { ClusterCallMetrics } from './ClusterCallMetrics';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { isConnectionReset } from './connectionError';
import { DeclaredObjectApi } from './DeclaredObjectApi';
import { Resource } from './defineResource';
import { kindOfFailure } from './kindOfFailure';
import { ClusterCall, toClusterError } from './toClusterError';

/**
 * Makes calls through the library, and errors of this product out of its failures. Reads are sent a second time when
 * the connection is closed under them. Writes are not: whether they took effect is unknown, and their callers read and
 * compare anyway.
 */
export class ClusterCalls {
  readonly #clusterName: string;
  readonly #config: ConnectedKubeConfig;
  readonly #metrics: ClusterCallMetrics | undefined;
  readonly #apis = new Map<Resource, DeclaredObjectApi>();

  constructor(
    clusterName: string,
    config: ConnectedKubeConfig,
    metrics?: ClusterCallMetrics,
  ) {
    this.#clusterName = clusterName;
    this.#config = config;
    this.#metrics = metrics;
  }

  async make<R>(
    { verb, resource, namespace, name }: Omit<ClusterCall, 'clusterName'>,
    send: (api: DeclaredObjectApi) => Promise<unknown>,
  ): Promise<R> {
    if (!resource.clusterScoped && !namespace && verb !== 'list') {
      // The library would take the namespace "default".
      throw new Error(`To ${verb} a ${resource.kind} takes a namespace`);
    }
    const api = this.#apiOf(resource);
    const attempt = () => send(api);
    const isRead = verb === 'get' || verb === 'list';
    try {
      // What the API server returns has the form that its CRD describes; the declared resource says which.
      return (await (isRead ? twiceOnReset(attempt) : attempt())) as R;
    } catch (error) {
      const clusterName = this.#clusterName;
      this.#metrics?.failed({ clusterName, verb }, kindOfFailure(error));
      throw toClusterError(error, {
        clusterName,
        verb,
        resource,
        namespace,
        name,
      });
    }
  }

  #apiOf(resource: Resource): DeclaredObjectApi {
    const api =
      this.#apis.get(resource) ?? DeclaredObjectApi.of(this.#config, resource);
    this.#apis.set(resource, api);
    return api;
  }
}

async function twiceOnReset<R>(attempt: () => Promise<R>): Promise<R> {
  try {
    return await attempt();
  } catch (error) {
    if (!isConnectionReset(error)) {
      throw error;
    }
    return attempt();
  }
}
