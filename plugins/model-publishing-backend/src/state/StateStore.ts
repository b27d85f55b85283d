import { ConflictError, NotFoundError } from '@backstage/errors';
import { PUBLICATION_LABEL } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ObjectChange, ResourceWatch } from '../cluster/ResourceWatch';
import { Secret } from '../cluster/resources/Secret';
import { componentSelector } from '../labels';
import { objectNameOf } from '../names';
import { PublicationState } from './PublicationState';
import { parseStateSecret, stateSecretOf } from './stateSecret';

/** Names one publication. */
export interface PublicationKey {
  id: string;
  model: string;
  /** When given, a publication of the same name that was made later is not meant. */
  uid?: string;
}

/** Where the states of one gateway's publications are kept. */
export interface StateStore {
  /** @throws ConflictError when there is one already */
  create(state: PublicationState): Promise<void>;
  /** A fresh read. */
  read(key: PublicationKey): Promise<PublicationState | undefined>;
  /**
   * Changes a state by compare-and-swap: `change` is called again with a fresh state after a conflict, so it must
   * not have effects of its own. Returning the state unchanged writes nothing.
   *
   * @throws NotFoundError when the state is gone
   */
  update(
    key: PublicationKey,
    change: (state: PublicationState) => PublicationState,
  ): Promise<PublicationState>;
  /** @throws ConflictError when somebody changes it at the same moment */
  remove(key: PublicationKey): Promise<void>;
  /** Whether there is a state at all, readable or not, of this gateway or another; a fresh read. */
  exists(key: PublicationKey): Promise<boolean>;
  /** The same for a publication of which only the id is known. */
  existsById(id: string): Promise<boolean>;
  /** A state as last seen by the watch. */
  seen(id: string): PublicationState | undefined;
  /** All states as last seen by the watch. */
  list(): PublicationState[];
  /** All states by a fresh read. */
  readAll(): Promise<FreshStates>;
  /** Tells of each change of what `list` gives. */
  onChange(listener: StateListener): void;
}

export interface FreshStates {
  states: PublicationState[];
  /** Whether there are others, which could not be read; whose they are is not known. */
  hasUnreadable: boolean;
}

/** Learns the id of a publication and its state; without a state it is gone. */
export type StateListener = (
  id: string,
  state: PublicationState | undefined,
) => void;

const UPDATE_ATTEMPTS = 20;

export interface StateStoreOptions {
  namespace: string;
  instanceId: string;
  gateway: string;
  /** Told of a Secret that holds no readable state. */
  onUnreadable: (error: unknown) => void;
  /** Told of each write that has succeeded, with the state that it has changed, and what it has made of it. */
  onWritten?: (
    before: PublicationState | undefined,
    after: PublicationState | undefined,
  ) => void;
}

/** Keeps each state in a Secret of the gateway's namespace. */
export class ClusterStateStore implements StateStore {
  readonly #client: ClusterClient;
  readonly #options: StateStoreOptions;
  readonly #watch: ResourceWatch<KubernetesObject>;
  readonly #seen = new Map<string, PublicationState>();
  readonly #listeners: StateListener[] = [];

  constructor(
    client: ClusterClient,
    watch: ResourceWatch<KubernetesObject>,
    options: StateStoreOptions,
  ) {
    this.#client = client;
    this.#watch = watch;
    this.#options = options;
    watch.onChange(change => {
      this.#take(change);
      const id = idOf(change.object);
      this.#listeners.forEach(listener => listener(id, this.#seen.get(id)));
    });
  }

  async create(state: PublicationState): Promise<void> {
    this.#watch.remember(
      await this.#client.create(Secret, stateSecretOf(state, this.#options)),
    );
    this.#options.onWritten?.(undefined, state);
  }

  async read(key: PublicationKey): Promise<PublicationState | undefined> {
    return (await this.#readStored(key))?.state;
  }

  async update(
    key: PublicationKey,
    change: (state: PublicationState) => PublicationState,
  ): Promise<PublicationState> {
    for (let attempt = 1; ; attempt++) {
      const stored = await this.#readStored(key);
      if (!stored || isSuccessor(stored.state, key)) {
        throw new NotFoundError(`The published model "${key.model}" is gone`);
      }
      const changed = change(stored.state);
      if (changed === stored.state) {
        return changed;
      }
      try {
        const secret = stateSecretOf(changed, {
          ...this.#options,
          resourceVersion: stored.resourceVersion,
        });
        this.#watch.remember(await this.#client.replace(Secret, secret));
        this.#options.onWritten?.(stored.state, changed);
        return changed;
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt >= UPDATE_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async remove(key: PublicationKey): Promise<void> {
    const stored = await this.#readStored(key);
    if (!stored || isSuccessor(stored.state, key)) {
      return;
    }
    const { state, uid, resourceVersion } = stored;
    await this.#client.delete(Secret, this.#nameOf(key), {
      uid,
      resourceVersion,
    });
    this.#watch.forget(this.#nameOf(key));
    this.#options.onWritten?.(state, undefined);
  }

  async exists(key: PublicationKey): Promise<boolean> {
    return (await this.#client.get(Secret, this.#nameOf(key))) !== undefined;
  }

  async existsById(id: string): Promise<boolean> {
    const { namespace, instanceId } = this.#options;
    const { items } = await this.#client.list(Secret, {
      namespace,
      labelSelector: `${componentSelector(
        instanceId,
        'state',
      )},${PUBLICATION_LABEL}=${id}`,
    });
    return items.length > 0;
  }

  seen(id: string): PublicationState | undefined {
    return this.#seen.get(id);
  }

  list(): PublicationState[] {
    return [...this.#seen.values()];
  }

  async readAll(): Promise<FreshStates> {
    const { namespace, instanceId, gateway } = this.#options;
    const { items } = await this.#client.listAll(Secret, {
      namespace,
      labelSelector: componentSelector(instanceId, 'state'),
    });
    const read = items.map(readOrUndefined);
    return {
      states: read.flatMap(state =>
        state?.gateway === gateway ? [state] : [],
      ),
      hasUnreadable: read.includes(undefined),
    };
  }

  onChange(listener: StateListener): void {
    this.#listeners.push(listener);
  }

  /** Parses each version of a state once. One that cannot be read is reported and left alone. */
  #take({ type, object }: ObjectChange<KubernetesObject>): void {
    this.#seen.delete(idOf(object));
    if (type === 'deleted') {
      return;
    }
    try {
      const state = parseStateSecret(object);
      if (state.gateway === this.#options.gateway) {
        this.#seen.set(state.id, state);
      }
    } catch (error) {
      this.#options.onUnreadable(error);
    }
  }

  async #readStored(key: PublicationKey) {
    const secret = await this.#client.get(Secret, this.#nameOf(key));
    if (!secret) {
      return undefined;
    }
    const state = parseStateSecret(secret);
    const { uid, resourceVersion } = secret.metadata;
    return state.gateway === this.#options.gateway
      ? { state, uid, resourceVersion }
      : undefined;
  }

  #nameOf({ id, model }: PublicationKey) {
    return {
      namespace: this.#options.namespace,
      name: objectNameOf(id, model),
    };
  }
}

/** The watch reports those that cannot be read. */
function readOrUndefined(
  secret: KubernetesObject,
): PublicationState | undefined {
  try {
    return parseStateSecret(secret);
  } catch {
    return undefined;
  }
}

function idOf({ metadata }: KubernetesObject): string {
  return metadata.labels?.[PUBLICATION_LABEL] ?? '';
}

function isSuccessor(state: PublicationState, { uid }: PublicationKey) {
  return uid !== undefined && state.uid !== uid;
}
