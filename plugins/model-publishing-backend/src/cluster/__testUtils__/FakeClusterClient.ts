import {
  ApplyOptions,
  ClusterClient,
  ListOptions,
  ObjectList,
  ObjectName,
  WatchScope,
} from '../ClusterClient';
import { KubernetesObject, Resource } from '../defineResource';
import { ClusterCall } from '../toClusterError';
import { Gateway } from '../resources/Gateway';
import { appliedGateway } from './appliedGateway';
import { appliedFieldsOf, appliedObject } from './appliedObject';
import { FakeEvent, FakeObjects } from './FakeObjects';
import { asOfKind, FakeResourceWatch } from './FakeResourceWatch';
import { matchesSelector } from './matchesSelector';
import { mergePatched } from './mergeFields';

/** One call, as journal and faults see it. */
export interface FakeCall {
  verb: ClusterCall['verb'] | 'apply';
  resource: Resource;
  namespace: string;
  name: string;
  /** The object or patch that was sent. */
  body?: unknown;
}

/** A cluster in memory, for tests of the layers above. Passes `contractOfReads` and `contractOfWrites`, as a real one does. */
export class FakeClusterClient implements ClusterClient {
  readonly clusterName: string;
  /** All writes that were accepted, in order; dry runs are none. */
  readonly writes: FakeCall[] = [];
  readonly #watches = new Set<{ take(event: FakeEvent): void }>();
  readonly #objects = new FakeObjects(event =>
    this.#watches.forEach(watch => watch.take(event)),
  );
  readonly #applied = new Map<string, unknown>();
  #faults: Array<{ matches: (call: FakeCall) => boolean; error: Error }> = [];

  constructor(clusterName = 'main') {
    this.clusterName = clusterName;
  }

  /** Lets the next call that matches fail, before it has any effect. */
  failNext(matches: (call: FakeCall) => boolean, error: Error): void {
    this.#faults.push({ matches, error });
  }

  /** Puts an object as somebody else would: status included, whatever the version, not in the journal. */
  seed<T extends KubernetesObject>(resource: Resource<T>, object: T): T {
    const live = this.#objects.get(resource, nameOf(object));
    const { resourceVersion } = live?.metadata ?? {};
    const metadata = { ...object.metadata, resourceVersion };
    return asOfKind(
      live
        ? this.#objects.update(resource, { ...object, metadata })
        : this.#objects.create(resource, { ...object, metadata }),
    );
  }

  async get<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
  ): Promise<T | undefined> {
    this.#enter({ verb: 'get', resource, ...name });
    const found = this.#objects.get(resource, name);
    return found && asOfKind<T>(found);
  }

  async list<T extends KubernetesObject>(
    resource: Resource<T>,
    { namespace, labelSelector, limit, continue: page }: ListOptions,
  ): Promise<ObjectList<T>> {
    this.#enter({
      verb: 'list',
      resource,
      namespace: namespace ?? '',
      name: '',
    });
    const found = this.#objects
      .list(resource)
      .filter(({ metadata }) => !namespace || metadata.namespace === namespace)
      .filter(object => matchesSelector(object, labelSelector));
    const from = Number(page ?? 0);
    const to = from + (limit ?? found.length);
    return {
      items: found.slice(from, to).map(asOfKind<T>),
      resourceVersion: this.#objects.version,
      ...(to < found.length && { continue: String(to) }),
    };
  }

  listAll<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): Promise<ObjectList<T>> {
    return this.list(resource, scope);
  }

  create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    return this.#write(callOf('create', resource, object), () =>
      asOfKind(this.#objects.create(resource, withStatus(object, undefined))),
    );
  }

  replace<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
  ): Promise<T> {
    return this.#write(callOf('update', resource, object), live =>
      asOfKind(this.#objects.update(resource, withStatus(object, live))),
    );
  }

  async apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: T,
    {
      dryRun = false,
      manager = 'model-publishing',
      force = true,
    }: ApplyOptions = {},
  ): Promise<T> {
    const call = callOf('apply', resource, object);
    const merge = (live: KubernetesObject | undefined) =>
      live && resource.kind === Gateway.kind
        ? appliedGateway(object, live, { manager, force })
        : appliedObject(object, live, this.#applied.get(keyOf(call)));
    if (dryRun) {
      this.#enter(call);
      return asOfKind<T>(merge(this.#objects.get(resource, call)));
    }
    return this.#write(call, live => {
      const merged = merge(live);
      this.#applied.set(keyOf(call), appliedFieldsOf(object));
      return asOfKind(
        live
          ? this.#objects.update(resource, merged)
          : this.#objects.create(resource, merged),
      );
    });
  }

  async mergePatch<T extends KubernetesObject>(
    resource: Resource<T>,
    name: ObjectName,
    patch: unknown,
  ): Promise<T | undefined> {
    const call: FakeCall = { verb: 'patch', resource, ...name, body: patch };
    if (!this.#objects.get(resource, name)) {
      this.#enter(call);
      return undefined;
    }
    return this.#write(call, live =>
      asOfKind<T>(
        this.#objects.update(
          resource,
          withStatus(mergePatched(live, patch) as T, live),
        ),
      ),
    );
  }

  async delete(
    resource: Resource,
    name: ObjectName,
    preconditions: { uid?: string; resourceVersion?: string } = {},
  ): Promise<boolean> {
    const call: FakeCall = { verb: 'delete', resource, ...name };
    if (!this.#objects.get(resource, name)) {
      this.#enter(call);
      return false;
    }
    return this.#write(call, () => {
      this.#applied.delete(keyOf(call));
      return this.#objects.delete(resource, name, preconditions);
    });
  }

  watch<T extends KubernetesObject>(
    resource: Resource<T>,
    scope: WatchScope,
  ): FakeResourceWatch<T> {
    const watch = new FakeResourceWatch(resource, scope, this.#objects);
    this.#watches.add(watch);
    return watch;
  }

  /** Fails where a fault was asked for. */
  #enter(call: FakeCall): void {
    const fault = this.#faults.find(({ matches }) => matches(call));
    if (fault) {
      this.#faults = this.#faults.filter(other => other !== fault);
      throw fault.error;
    }
  }

  async #write<R>(
    call: FakeCall,
    send: (live: KubernetesObject | undefined) => R,
  ): Promise<R> {
    this.#enter(call);
    const result = send(this.#objects.get(call.resource, call));
    this.writes.push(structuredClone(call));
    return result;
  }
}

/** The status has a writer of its own: a write of the object leaves it as it is. */
function withStatus(
  object: KubernetesObject,
  live: KubernetesObject | undefined,
): KubernetesObject {
  const { status, ...rest } = object;
  return live?.status === undefined ? rest : { ...rest, status: live.status };
}

function callOf(
  verb: FakeCall['verb'],
  resource: Resource,
  object: KubernetesObject,
): FakeCall {
  return { verb, resource, ...nameOf(object), body: object };
}

function nameOf({ metadata: { namespace = '', name } }: KubernetesObject) {
  return { namespace, name };
}

function keyOf({ resource, namespace, name }: FakeCall): string {
  return `${resource.plural}/${namespace}/${name}`;
}
