import { KubernetesObject, Resource } from './defineResource';
import { ResourceWatch } from './ResourceWatch';

export interface ObjectName {
  namespace: string;
  name: string;
}

export interface WatchScope {
  namespace?: string;
  labelSelector?: string;
}

/**
 * One Kubernetes cluster. Failures are errors of `@backstage/errors` in words of this product; nothing of the API
 * server's answer leaks but the message of a refused object.
 */
export interface ClusterClient {
  readonly clusterName: string;
  /** undefined when there is no such object. */
  get<T extends KubernetesObject>(resource: Resource<T>, name: ObjectName): Promise<T | undefined>;
  list<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): Promise<{ items: T[]; resourceVersion: string }>;
  /** @throws ConflictError when it exists */
  create<T extends KubernetesObject>(resource: Resource<T>, object: T): Promise<T>;
  /** @throws ConflictError when the object's resourceVersion is not the newest */
  replace<T extends KubernetesObject>(resource: Resource<T>, object: T): Promise<T>;
  /** Server-side apply by the manager `model-publishing`, with force. */
  apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
    options?: { dryRun?: boolean },
  ): Promise<T>;
  /** JSON merge patch; undefined when there is no such object. */
  mergePatch<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
    patch: unknown,
  ): Promise<T | undefined>;
  /** false when there was no such object. */
  delete(
    resource: Resource,
    name: ObjectName,
    preconditions?: { uid?: string; resourceVersion?: string },
  ): Promise<boolean>;
  watch<T extends KubernetesObject>(resource: Resource<T>, scope: WatchScope): ResourceWatch<T>;
}
