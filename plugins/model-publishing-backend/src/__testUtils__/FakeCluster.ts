import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  ApplyOptions,
  ClusterClient,
  ObjectName,
  WatchScope,
} from '../cluster/ClusterClient';
import { KubernetesObject, Resource } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Gateway } from '../cluster/resources/Gateway';
import { appliedGateway } from '../cluster/__testUtils__/appliedGateway';
import { FakeWatch } from './FakeWatch';

/** One write as it was done, such as `create Secret/published-model-iris`. */
export type Write = string;

/**
 * The objects of a cluster that several fake clients share, as several replicas, or one before and one after a crash.
 */
export class FakeCluster {
  readonly objects = new Map<string, KubernetesObject>();
  readonly writes: Write[] = [];
  /** Told after each write, before its caller is. */
  onWrite: (write: Write) => void = () => {};
  readonly listeners = new Set<
    (type: string, object: KubernetesObject) => void
  >();
  #version = 100;

  nextVersion(): string {
    this.#version++;
    return String(this.#version);
  }

  get version(): string {
    return String(this.#version);
  }

  /** Puts an object there without counting it as a write. */
  seed(object: KubernetesObject): void {
    this.store('ADDED', object);
  }

  store(type: string, object: KubernetesObject): KubernetesObject {
    const { metadata } = object;
    const stored = {
      ...object,
      metadata: {
        ...metadata,
        uid: metadata.uid ?? `uid-${this.#version}`,
        resourceVersion: this.nextVersion(),
      },
    };
    if (type === 'DELETED') {
      this.objects.delete(keyOf(object));
    } else {
      this.objects.set(keyOf(object), stored);
    }
    this.listeners.forEach(listener => listener(type, stored));
    return stored;
  }

  /** The same without the guard of the gateway: what belongs to publications. */
  namesOfPublications(...kinds: string[]): string[] {
    return this.names(...kinds).filter(
      name => !/\/model-publishing-(guard|keys)-/.test(name),
    );
  }

  /** Names of all objects of some kinds, such as `HTTPRoute/published-model-iris`. */
  names(...kinds: string[]): string[] {
    return [...this.objects.values()]
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  }
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.namespace}/${metadata.name}`;
}

/** A client of a `FakeCluster`. Apply replaces the spec, which is what it does to objects that one manager owns; Gateways have several. */
export class FakeClusterClient implements ClusterClient {
  readonly clusterName = 'fake';
  /** After a crash, every call fails. */
  #crashed = false;

  constructor(readonly cluster: FakeCluster) {}

  crash(): void {
    this.#crashed = true;
  }

  async get<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
  ): Promise<T | undefined> {
    return this.#find<T>(resource, name);
  }

  async list<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ) {
    this.#requireAlive();
    const items = [...this.cluster.objects.values()].filter(object =>
      isIn(object, resource, scope),
    );
    return { items: items as T[], resourceVersion: this.cluster.version };
  }

  listAll<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ) {
    return this.list(resource, scope);
  }

  async create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    if (this.#find(resource, object.metadata)) {
      throw new ConflictError(
        `${object.kind} "${object.metadata.name}" exists`,
      );
    }
    return this.#write('create', 'ADDED', object);
  }

  async replace<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    const live = this.#find(resource, object.metadata);
    if (live?.metadata.resourceVersion !== object.metadata.resourceVersion) {
      throw new ConflictError(
        `${object.kind} "${object.metadata.name}" was changed meanwhile`,
      );
    }
    return this.#write('replace', 'MODIFIED', object);
  }

  async apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
    { dryRun, manager = 'model-publishing', force = true }: ApplyOptions = {},
  ): Promise<T> {
    const live = this.#find(resource, object.metadata);
    if (dryRun) {
      return object;
    }
    if (live && resource.kind === Gateway.kind) {
      const merged = appliedGateway(object, live, { manager, force });
      return this.#write('apply', 'MODIFIED', merged as T);
    }
    const type = live ? 'MODIFIED' : 'ADDED';
    return this.#write('apply', type, {
      ...object,
      metadata: { ...live?.metadata, ...object.metadata },
    });
  }

  async mergePatch<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
    patch: unknown,
  ): Promise<T | undefined> {
    const live = this.#find<T>(resource, name);
    if (!live) {
      return undefined;
    }
    const { data = {} } = patch as { data?: Record<string, string | null> };
    const merged = Object.entries({ ...live.data, ...data }).filter(
      ([, value]) => value !== null,
    );
    return this.#write('patch', 'MODIFIED', {
      ...live,
      data: Object.fromEntries(merged),
    });
  }

  async delete(
    resource: Resource,
    name: ObjectName,
    preconditions: { uid?: string; resourceVersion?: string } = {},
  ): Promise<boolean> {
    const live = this.#find(resource, name);
    const { uid, resourceVersion } = preconditions;
    const isAnother =
      (uid !== undefined && live?.metadata.uid !== uid) ||
      (resourceVersion !== undefined &&
        live?.metadata.resourceVersion !== resourceVersion);
    if (live && isAnother) {
      throw new ConflictError(`${live.kind} "${name.name}" is another one`);
    }
    if (live) {
      this.#write('delete', 'DELETED', live);
    }
    return live !== undefined;
  }

  watch<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): ResourceWatch<T> {
    return new FakeWatch<T>({
      list: () =>
        [...this.cluster.objects.values()].filter(object =>
          isIn(object, resource, scope),
        ),
      subscribe: listener => {
        const heard = (type: string, object: KubernetesObject) => {
          if (!this.#crashed && isIn(object, resource, scope)) {
            listener(type, object);
          }
        };
        this.cluster.listeners.add(heard);
        return () => this.cluster.listeners.delete(heard);
      },
    });
  }

  /** Not asynchronous: nothing may happen between a check and the write that depends on it. */
  #find<T extends KubernetesObject>(
    resource: Resource,
    { namespace = '', name }: { namespace?: string; name: string },
  ): T | undefined {
    this.#requireAlive();
    return this.cluster.objects.get(`${resource.kind}/${namespace}/${name}`) as
      | T
      | undefined;
  }

  #write<T extends KubernetesObject>(verb: string, type: string, object: T): T {
    const stored = this.cluster.store(type, object);
    const write = `${verb} ${object.kind}/${object.metadata.name}`;
    this.cluster.writes.push(write);
    this.cluster.onWrite(write);
    this.#requireAlive();
    return stored as T;
  }

  #requireAlive(): void {
    if (this.#crashed) {
      throw new ServiceUnavailableError('The process is dead');
    }
  }
}

function isIn(
  { kind, metadata }: KubernetesObject,
  resource: Resource,
  scope: WatchScope,
): boolean {
  const wanted = (scope.labelSelector ?? '').split(',').filter(Boolean);
  return (
    kind === resource.kind &&
    (!scope.namespace || metadata.namespace === scope.namespace) &&
    wanted.every(part => {
      const [label = '', value] = part.split('=');
      return metadata.labels?.[label] === value;
    })
  );
}
