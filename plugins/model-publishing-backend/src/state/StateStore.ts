import { ConflictError, NotFoundError } from '@backstage/errors';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Secret } from '../cluster/resources/Secret';
import { objectNameOf } from '../names';
import { PublicationState } from './PublicationState';
import { parseStateSecret, stateSecretOf } from './stateSecret';

/** Names one publication. */
export interface PublicationKey {
  id: string;
  model: string;
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
  remove(key: PublicationKey): Promise<void>;
  /** All states as last seen by the watch. */
  list(): PublicationState[];
}

const UPDATE_ATTEMPTS = 20;

/** Keeps each state in a Secret of the gateway's namespace. */
export class ClusterStateStore implements StateStore {
  readonly #client: ClusterClient;
  readonly #options: { namespace: string; instanceId: string; gateway: string };
  readonly #watch: ResourceWatch<KubernetesObject>;

  constructor(
    client: ClusterClient,
    watch: ResourceWatch<KubernetesObject>,
    options: { namespace: string; instanceId: string; gateway: string },
  ) {
    this.#client = client;
    this.#watch = watch;
    this.#options = options;
  }

  async create(state: PublicationState): Promise<void> {
    this.#watch.remember(
      await this.#client.create(Secret, stateSecretOf(state, this.#options)),
    );
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
      if (!stored) {
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
        return changed;
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt >= UPDATE_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async remove(key: PublicationKey): Promise<void> {
    await this.#client.delete(Secret, this.#nameOf(key));
    this.#watch.forget(this.#nameOf(key));
  }

  list(): PublicationState[] {
    return this.#watch
      .list()
      .map(parseStateSecret)
      .filter(state => state.gateway === this.#options.gateway);
  }

  async #readStored(key: PublicationKey) {
    const secret = await this.#client.get(Secret, this.#nameOf(key));
    if (!secret) {
      return undefined;
    }
    const state = parseStateSecret(secret);
    const { resourceVersion } = secret.metadata;
    return state.gateway === this.#options.gateway
      ? { state, resourceVersion }
      : undefined;
  }

  #nameOf({ id, model }: PublicationKey) {
    return {
      namespace: this.#options.namespace,
      name: objectNameOf(id, model),
    };
  }
}
