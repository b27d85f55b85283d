import { NotFoundError } from '@backstage/errors';
import {
  MODEL_LABEL,
  PUBLICATION_LABEL,
  RandomBytes,
  TENANT_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Secret } from '../cluster/resources/Secret';
import { LabelledPublication, publicationLabels } from '../labels';
import { clientIdOf, credentialsNameOf, SENTINEL_CLIENT_ID } from '../names';
import { digestOfKey } from './digestOfKey';
import { ensureSentinelSecret } from './ensureSentinelSecret';
import { IssuedKey } from './issueKey';
import { requireWritableKey } from './requireWritableKey';
import { KeyRecord } from './Keyring';
import { SecretText } from './SecretText';

/** The Secrets that Envoy reads API keys from: one per traditional publication. */
export interface CredentialsStore {
  /** Creates the Secret with its sentinel alone when there is none. */
  ensure(publication: LabelledPublication): Promise<void>;
  put(publication: LabelledPublication, key: IssuedKey): Promise<void>;
  /** Takes keys away from the gateway. */
  removeKeys(
    publication: LabelledPublication,
    keys: Array<Pick<KeyRecord, 'id' | 'tenant'>>,
  ): Promise<void>;
  /** A key as the gateway has it, by a fresh read; undefined when it does not have it. */
  read(
    publication: LabelledPublication,
    key: Pick<KeyRecord, 'id' | 'tenant' | 'digest'>,
  ): Promise<SecretText | undefined>;
  /** Removes entries by client id. */
  removeEntries(
    publication: LabelledPublication,
    clientIds: string[],
  ): Promise<void>;
  /** Client ids in the Secret as last seen by the watch, without the sentinel; undefined: there is no Secret. */
  clientIds(publication: LabelledPublication): string[] | undefined;
  /** Whether the gateway has a key, as last seen by the watch. */
  holds(
    publication: LabelledPublication,
    key: Pick<KeyRecord, 'id' | 'tenant'>,
  ): boolean;
  /** Which Secret there is now; undefined: none. */
  uidOf(publication: LabelledPublication): string | undefined;
  /** Publications that there are credentials of, as last seen by the watch. */
  publications(): LabelledPublication[];
  /**
   * Deletes the Secret of that uid.
   *
   * @throws ConflictError when there is another one by now
   */
  delete(
    publication: LabelledPublication,
    uid: string | undefined,
  ): Promise<void>;
}

export interface ClusterCredentialsStoreOptions {
  namespace: string;
  instanceId: string;
  random: RandomBytes;
  /** Digests of all keys of the gateway but the one being written. */
  digestsExcept: (keyId: string) => Set<string>;
}

/**
 * Writes single entries by JSON merge patch, never by apply: two replicas that add keys at the same time must not
 * undo each other.
 */
export class ClusterCredentialsStore implements CredentialsStore {
  readonly #client: ClusterClient;
  readonly #watch: ResourceWatch<KubernetesObject>;
  readonly #options: ClusterCredentialsStoreOptions;

  constructor(
    client: ClusterClient,
    watch: ResourceWatch<KubernetesObject>,
    options: ClusterCredentialsStoreOptions,
  ) {
    this.#client = client;
    this.#watch = watch;
    this.#options = options;
  }

  ensure(publication: LabelledPublication): Promise<void> {
    const { instanceId, random } = this.#options;
    return ensureSentinelSecret({
      client: this.#client,
      watch: this.#watch,
      name: this.#nameOf(publication),
      labels: publicationLabels(publication, instanceId, 'credentials'),
      random,
    });
  }

  async put(publication: LabelledPublication, key: IssuedKey): Promise<void> {
    requireWritableKey(key, this.#options.digestsExcept(key.record.id));
    const encoded = Buffer.from(key.value.reveal()).toString('base64');
    await this.#patch(publication, {
      [clientIdOf(publication.id, key.record)]: encoded,
    });
  }

  removeKeys(
    publication: LabelledPublication,
    keys: Array<Pick<KeyRecord, 'id' | 'tenant'>>,
  ): Promise<void> {
    return this.removeEntries(
      publication,
      keys.map(key => clientIdOf(publication.id, key)),
    );
  }

  async read(
    publication: LabelledPublication,
    key: Pick<KeyRecord, 'id' | 'tenant' | 'digest'>,
  ): Promise<SecretText | undefined> {
    const secret = await this.#client.get(Secret, this.#nameOf(publication));
    const encoded = secret?.data?.[clientIdOf(publication.id, key)] ?? '';
    const value = Buffer.from(encoded, 'base64').toString('utf8');
    // Somebody may have edited the Secret by hand; what is not the key that was issued is none of ours.
    return digestOfKey(value) === key.digest
      ? new SecretText(value)
      : undefined;
  }

  async removeEntries(
    publication: LabelledPublication,
    clientIds: string[],
  ): Promise<void> {
    if (clientIds.length === 0) {
      return;
    }
    if (!(await this.#client.get(Secret, this.#nameOf(publication)))) {
      return;
    }
    await this.#patch(
      publication,
      Object.fromEntries(clientIds.map(id => [id, null])),
    );
  }

  clientIds(publication: LabelledPublication): string[] | undefined {
    const secret = this.#watch.get(this.#nameOf(publication));
    return (
      secret &&
      Object.keys(secret.data ?? {}).filter(id => id !== SENTINEL_CLIENT_ID)
    );
  }

  publications(): LabelledPublication[] {
    return this.#watch
      .list()
      .map(({ metadata }) => ({
        id: metadata.labels?.[PUBLICATION_LABEL] ?? '',
        tenant: metadata.labels?.[TENANT_LABEL] ?? '',
        model: metadata.labels?.[MODEL_LABEL] ?? '',
      }))
      .filter(({ id }) => id !== '');
  }

  holds(
    publication: LabelledPublication,
    key: Pick<KeyRecord, 'id' | 'tenant'>,
  ): boolean {
    const { data = {} } = this.#watch.get(this.#nameOf(publication)) ?? {};
    return Object.hasOwn(data, clientIdOf(publication.id, key));
  }

  uidOf(publication: LabelledPublication): string | undefined {
    return this.#watch.get(this.#nameOf(publication))?.metadata.uid;
  }

  async delete(
    publication: LabelledPublication,
    uid: string | undefined,
  ): Promise<void> {
    if (uid === undefined) {
      return;
    }
    await this.#client.delete(Secret, this.#nameOf(publication), { uid });
    this.#watch.forget(this.#nameOf(publication));
  }

  async #patch(
    publication: LabelledPublication,
    data: Record<string, string | null>,
  ) {
    const patched = await this.#client.mergePatch(
      Secret,
      this.#nameOf(publication),
      { data },
    );
    if (!patched) {
      throw new NotFoundError(
        `The credentials Secret of "${publication.model}" was deleted just now; try again`,
      );
    }
    this.#watch.remember(patched);
  }

  #nameOf(publication: LabelledPublication) {
    return {
      namespace: this.#options.namespace,
      name: credentialsNameOf(publication.id, publication.model),
    };
  }
}
