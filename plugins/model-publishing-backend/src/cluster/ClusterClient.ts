import { KubernetesObject, Resource } from './defineResource';
import { ResourceWatch } from './ResourceWatch';

export interface ObjectName {
  /** Empty for kinds that are not in namespaces. */
  namespace: string;
  name: string;
}

/** Which objects of a kind: all, those of a namespace, those with certain labels. */
export interface WatchScope {
  namespace?: string;
  labelSelector?: string;
}

export interface ListOptions extends WatchScope {
  /** The largest number of objects in the answer. */
  limit?: number;
  /** Where the page before this one ended. */
  continue?: string;
}

export interface ObjectList<T> {
  items: T[];
  resourceVersion: string;
  /** Set when there are more. */
  continue?: string;
}

export interface ApplyOptions {
  dryRun?: boolean;
  /** Field manager. */
  manager?: string;
  /** false: fields that others have set differently are not taken from them. */
  force?: boolean;
}

/**
 * One Kubernetes cluster. Failures are errors of `@backstage/errors` in words of this product: ServiceUnavailableError
 * when the cluster is away, busy or closed to us, NotImplementedError when a CRD is missing, InputError when an object
 * is refused. Nothing of the API server's answer leaks but the message about a refused object.
 */
export interface ClusterClient {
  readonly clusterName: string;
  /** undefined when there is no such object. */
  get<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
  ): Promise<T | undefined>;
  /** One page. */
  list<T extends KubernetesObject>(
    resource: Resource<T>,
    options: ListOptions,
  ): Promise<ObjectList<T>>;
  /** All pages. The version is that of the whole list. */
  listAll<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): Promise<ObjectList<T>>;
  /** @throws ConflictError when it exists */
  create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T>;
  /**
   * @throws ConflictError when the object's resourceVersion is not the newest
   * @throws NotFoundError when there is no such object
   */
  replace<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T>;
  /**
   * Server-side apply, by the manager `model-publishing` and with force unless told otherwise. A uid and a
   * resourceVersion in the object are preconditions.
   *
   * @throws ConflictError when a precondition is not met, or, without force, when others hold a field
   */
  apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
    options?: ApplyOptions,
  ): Promise<T>;
  /** JSON merge patch; undefined when there is no such object. */
  mergePatch<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
    patch: unknown,
  ): Promise<T | undefined>;
  /**
   * false when there was no such object.
   *
   * @throws ConflictError when the object does not meet the preconditions
   */
  delete(
    resource: Resource,
    name: ObjectName,
    preconditions?: { uid?: string; resourceVersion?: string },
  ): Promise<boolean>;
  /** A cache that is filled once it is started. */
  watch<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): ResourceWatch<T>;
}
