import { NotFoundError, NotImplementedError } from '@backstage/errors';
import {
  KubernetesObject as LibraryObject,
  PatchStrategy,
} from '@kubernetes/client-node';
import { fieldsOf } from './ApiStatus';
import {
  ApplyOptions,
  ClusterClient,
  ListOptions,
  ObjectList,
  ObjectName,
  WatchScope,
} from './ClusterClient';
import { ClusterCallMetrics } from './ClusterCallMetrics';
import { ClusterCalls } from './ClusterCalls';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { KubernetesObject, Resource } from './defineResource';
import { ListAndWatch, WatchTiming } from './ListAndWatch';
import { openWatch } from './openWatch';
import { ResourceWatch } from './ResourceWatch';
import { ClusterCall, toClusterError } from './toClusterError';

const FIELD_MANAGER = 'model-publishing';
const LIST_PAGE = 500;

export interface ApiClusterClientOptions {
  /** Told why a watch was interrupted, once for each interruption. */
  onWatchFailure: (error: Error, resource: Resource) => void;
  /** Told what a listener of a watch has thrown. */
  onListenerFailure: (error: unknown) => void;
  timing: WatchTiming;
  metrics?: ClusterCallMetrics;
}

/** Speaks to a cluster through @kubernetes/client-node. */
export class ApiClusterClient implements ClusterClient {
  readonly clusterName: string;
  readonly #config: ConnectedKubeConfig;
  readonly #options: ApiClusterClientOptions;
  readonly #calls: ClusterCalls;

  constructor(
    clusterName: string,
    config: ConnectedKubeConfig,
    options: ApiClusterClientOptions,
  ) {
    this.clusterName = clusterName;
    this.#config = config;
    this.#calls = new ClusterCalls(clusterName, config, options.metrics);
    this.#options = options;
  }

  async get<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
  ): Promise<T | undefined> {
    return orUndefined(
      this.#calls.make<T>({ verb: 'get', resource, ...name }, api =>
        api.read({ ...identityOf(resource), metadata: { ...name } }),
      ),
    );
  }

  async list<T extends KubernetesObject>(
    resource: Resource<T>,
    { namespace, labelSelector, limit, continue: page }: ListOptions,
  ): Promise<ObjectList<T>> {
    const { apiVersion, kind } = resource;
    const answer = await this.#calls.make<{
      metadata?: { resourceVersion?: string; continue?: string };
      items: T[] | null;
    }>({ verb: 'list', resource, namespace }, api =>
      api.list(
        apiVersion,
        kind,
        namespace,
        undefined,
        undefined,
        undefined,
        undefined,
        labelSelector,
        limit,
        page,
      ),
    );
    const { resourceVersion = '', continue: next } = answer.metadata ?? {};
    return {
      // The API server names the kind once, for the list.
      items: (answer.items ?? []).map(item => ({ ...item, apiVersion, kind })),
      resourceVersion,
      ...(next && { continue: next }),
    };
  }

  async listAll<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): Promise<ObjectList<T>> {
    const items: T[] = [];
    let page: ObjectList<T> | undefined;
    do {
      page = await this.list(resource, {
        ...scope,
        limit: LIST_PAGE,
        continue: page?.continue,
      });
      items.push(...page.items);
    } while (page.continue);
    return { items, resourceVersion: page.resourceVersion };
  }

  async create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    return this.#calls.make(
      { verb: 'create', resource, ...object.metadata },
      api => api.create(asLibrary(object), undefined, undefined, FIELD_MANAGER),
    );
  }

  async replace<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    return this.#calls.make(
      { verb: 'update', resource, ...object.metadata },
      api =>
        api.replace(asLibrary(object), undefined, undefined, FIELD_MANAGER),
    );
  }

  async apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
    {
      dryRun = false,
      manager = FIELD_MANAGER,
      force = true,
    }: ApplyOptions = {},
  ): Promise<T> {
    return this.#calls.make(
      { verb: 'patch', resource, ...object.metadata },
      api =>
        api.patch(
          asLibrary(object),
          undefined,
          dryRun ? 'All' : undefined,
          manager,
          force,
          PatchStrategy.ServerSideApply,
        ),
    );
  }

  async mergePatch<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
    patch: unknown,
  ): Promise<T | undefined> {
    const fields = fieldsOf(patch);
    const object = {
      ...fields,
      ...identityOf(resource),
      metadata: { ...fieldsOf(fields.metadata), ...name },
    };
    return orUndefined(
      this.#calls.make<T>({ verb: 'patch', resource, ...name }, api =>
        api.patch(
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
      this.#calls.make({ verb: 'delete', resource, ...name }, api =>
        api.delete(
          { ...identityOf(resource), metadata: { ...name } },
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
    const { clusterName } = this;
    const { onWatchFailure, onListenerFailure, timing } = this.#options;
    const call: ClusterCall = {
      clusterName,
      verb: 'watch',
      resource,
      ...scope,
    };
    return new ListAndWatch<T>({
      list: () => this.listAll(resource, scope),
      watch: request =>
        openWatch(this.#config, { ...request, resource, scope }),
      isAbsence: error =>
        resource.optional === true &&
        toClusterError(error, call) instanceof NotImplementedError,
      onFailure: error => onWatchFailure(toClusterError(error, call), resource),
      onListenerFailure,
      timing,
    });
  }
}

function identityOf({ apiVersion, kind }: Resource) {
  return { apiVersion, kind };
}

/** The library fills in metadata of the object that it is given, so it gets a copy. */
function asLibrary(object: KubernetesObject): LibraryObject {
  return { ...object, metadata: { ...object.metadata } } as LibraryObject;
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
