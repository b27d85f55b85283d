import { NotFoundError } from '@backstage/errors';
import {
  KubernetesListObject,
  KubernetesObjectApi,
  KubernetesObject as LibraryObject,
  PatchStrategy,
} from '@kubernetes/client-node';
import { ClusterClient, ObjectName, WatchScope } from './ClusterClient';
import { ConnectedKubeConfig } from './connectCluster';
import { KubernetesObject, Resource } from './defineResource';
import { ListAndWatch } from './ListAndWatch';
import { openWatch } from './openWatch';
import { ResourceWatch } from './ResourceWatch';
import { ClusterCall, toClusterError } from './toClusterError';

const FIELD_MANAGER = 'model-publishing';
const LIST_PAGE = 500;
const CALL_TIMEOUT_MS = 30_000;

/** Speaks to a cluster through @kubernetes/client-node. */
export class ApiClusterClient implements ClusterClient {
  readonly clusterName: string;
  readonly #config: ConnectedKubeConfig;
  readonly #api: KubernetesObjectApi;
  readonly #onWatchFailure: (error: Error) => void;

  constructor(
    clusterName: string,
    config: ConnectedKubeConfig,
    options: { onWatchFailure: (error: Error) => void },
  ) {
    this.clusterName = clusterName;
    this.#config = config;
    this.#api = KubernetesObjectApi.makeApiClient(config);
    this.#onWatchFailure = options.onWatchFailure;
  }

  get<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
  ): Promise<T | undefined> {
    return orUndefined(
      this.#call({ verb: 'get', resource, ...name }, () =>
        this.#api.read({ ...identityOf(resource), metadata: name }),
      ),
    );
  }

  async list<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ) {
    const items: T[] = [];
    let resourceVersion = '';
    let page: string | undefined;
    do {
      const answer = await this.#call<KubernetesListObject<LibraryObject>>(
        { verb: 'list', resource, ...scope },
        () => this.#listPage(resource, scope, page),
      );
      items.push(
        ...answer.items.map(
          item => ({ ...item, ...identityOf(resource) } as T),
        ),
      );
      resourceVersion = answer.metadata?.resourceVersion ?? '';
      page = continuationOf(answer.metadata);
    } while (page);
    return { items, resourceVersion };
  }

  create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    return this.#call({ verb: 'create', resource, ...object.metadata }, () =>
      this.#api.create(asLibrary(object), undefined, undefined, FIELD_MANAGER),
    );
  }

  replace<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    return this.#call({ verb: 'update', resource, ...object.metadata }, () =>
      this.#api.replace(asLibrary(object), undefined, undefined, FIELD_MANAGER),
    );
  }

  apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
    options: { dryRun?: boolean } = {},
  ): Promise<T> {
    return this.#call({ verb: 'patch', resource, ...object.metadata }, () =>
      this.#api.patch(
        asLibrary(object),
        undefined,
        options.dryRun ? 'All' : undefined,
        FIELD_MANAGER,
        true,
        PatchStrategy.ServerSideApply,
      ),
    );
  }

  mergePatch<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
    patch: unknown,
  ): Promise<T | undefined> {
    const object = {
      ...identityOf(resource),
      metadata: name,
      ...(patch as object),
    };
    return orUndefined(
      this.#call({ verb: 'patch', resource, ...name }, () =>
        this.#api.patch(
          object,
          undefined,
          undefined,
          FIELD_MANAGER,
          undefined,
          PatchStrategy.MergePatch,
        ),
      ),
    );
  }

  async delete(
    resource: Resource,
    name: ObjectName,
    preconditions?: { uid?: string; resourceVersion?: string },
  ): Promise<boolean> {
    const deleted = await orUndefined(
      this.#call({ verb: 'delete', resource, ...name }, () =>
        this.#api.delete(
          { ...identityOf(resource), metadata: name },
          undefined,
          undefined,
          undefined,
          undefined,
          'Background',
          preconditions && { preconditions },
        ),
      ),
    );
    return deleted !== undefined;
  }

  watch<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): ResourceWatch<T> {
    const call: ClusterCall = {
      clusterName: this.clusterName,
      verb: 'watch',
      resource,
      namespace: scope.namespace,
    };
    return new ListAndWatch<T>({
      list: () => this.list(resource, scope),
      watch: (resourceVersion, onEvent, signal) =>
        openWatch(this.#config, {
          resource,
          scope,
          resourceVersion,
          onEvent,
          signal,
        }),
      onFailure: error =>
        this.#onWatchFailure(
          error instanceof Error &&
            error.name.endsWith('Error') &&
            !('code' in error)
            ? error
            : toClusterError(error, call),
        ),
    });
  }

  #listPage(resource: Resource, scope: WatchScope, page: string | undefined) {
    return this.#api.list(
      resource.apiVersion,
      resource.kind,
      scope.namespace,
      undefined,
      undefined,
      undefined,
      undefined,
      scope.labelSelector,
      LIST_PAGE,
      page,
    );
  }

  async #call<R>(
    call: Omit<ClusterCall, 'clusterName'>,
    send: () => Promise<unknown>,
  ): Promise<R> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject({ code: 'ETIMEDOUT' }), CALL_TIMEOUT_MS);
    });
    try {
      // What the API server returns has the form that its CRD describes; the declared resource says which.
      return (await Promise.race([send(), timeout])) as R;
    } catch (error) {
      throw toClusterError(error, { ...call, clusterName: this.clusterName });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The library renames `continue` for the kinds that it knows, and leaves it alone for custom ones. */
function continuationOf(metadata: object | undefined): string | undefined {
  const { _continue, continue: plain } = (metadata ?? {}) as {
    _continue?: string;
    continue?: string;
  };
  return _continue ?? plain;
}

function identityOf({ apiVersion, kind }: Resource) {
  return { apiVersion, kind };
}

function asLibrary(object: KubernetesObject): LibraryObject {
  return object as LibraryObject;
}

async function orUndefined<R>(result: Promise<R>): Promise<R | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}
