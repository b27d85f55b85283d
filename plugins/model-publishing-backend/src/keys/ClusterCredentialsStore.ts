import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  MODEL_LABEL,
  PUBLICATION_LABEL,
  RandomBytes,
  TENANT_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient, ObjectName } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Secret } from '../cluster/resources/Secret';
import { LabelledPublication, publicationLabels } from '../labels';
import {
  clientIdOf,
  clientIdPrefixOf,
  credentialsNameOf,
  KEY_SHARDS,
  keyShardNameOf,
  SENTINEL_CLIENT_ID,
} from '../names';
import {
  CredentialsEntry,
  CredentialsStore,
  KeyOwner,
  SeenCredentials,
  SharedEntry,
} from './CredentialsStore';
import { digestOfKey } from './digestOfKey';
import { ensureSentinelSecret } from './ensureSentinelSecret';
import { IssuedKey } from './issueKey';
import { KeyRecord } from './Keyring';
import { requireWritableKey } from './requireWritableKey';
import { SecretText } from './SecretText';

/** Kubernetes takes 1 MiB per object; some of it is for metadata, and for entries that are written at the same time. */
const SECRET_BYTES_MAX = 900_000;

export interface ClusterCredentialsStoreOptions {
  namespace: string;
  instanceId: string;
  /** Name of the Gateway object. */
  gateway: string;
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

  async ensure(publication: KeyOwner): Promise<void> {
    if (isShared(publication)) {
      // The guard keeps the shards.
      return;
    }
    const { instanceId, random } = this.#options;
    await ensureSentinelSecret({
      client: this.#client,
      watch: this.#watch,
      name: this.#ownSecretOf(publication),
      labels: publicationLabels(publication, instanceId, 'credentials'),
      random,
    });
  }

  async put(publication: KeyOwner, key: IssuedKey): Promise<void> {
    requireWritableKey(key, this.#options.digestsExcept(key.record.id));
    const encoded = Buffer.from(key.value.reveal()).toString('base64');
    const { data = {} } = this.#watch.get(this.#secretOf(publication)) ?? {};
    if (JSON.stringify(data).length > SECRET_BYTES_MAX) {
      throw new ConflictError(
        'The gateway has no room for another key in this Secret; revoke keys that nobody needs',
      );
    }
    await this.#patch(this.#secretOf(publication), {
      [clientIdOf(publication.id, key.record)]: encoded,
    });
  }

  removeKeys(
    publication: KeyOwner,
    keys: Array<Pick<KeyRecord, 'id' | 'tenant'>>,
  ): Promise<void> {
    return this.removeEntries(
      publication,
      keys.map(key => clientIdOf(publication.id, key)),
    );
  }

  async read(
    publication: KeyOwner,
    key: Pick<KeyRecord, 'id' | 'tenant' | 'digest'>,
  ): Promise<SecretText | undefined> {
    const secret = await this.#client.get(Secret, this.#secretOf(publication));
    const value = decoded(secret?.data?.[clientIdOf(publication.id, key)]);
    // Somebody may have edited the Secret by hand; what is not the key that was issued is none of ours.
    return digestOfKey(value) === key.digest
      ? new SecretText(value)
      : undefined;
  }

  removeEntries(publication: KeyOwner, clientIds: string[]): Promise<void> {
    return this.#removeFrom(this.#secretOf(publication), clientIds);
  }

  entries(publication: KeyOwner): CredentialsEntry[] | undefined {
    const secret = this.#watch.get(this.#secretOf(publication));
    const prefix = isShared(publication)
      ? clientIdPrefixOf(publication.id)
      : '';
    return (
      secret &&
      entriesIn(secret).filter(({ clientId }) => clientId.startsWith(prefix))
    );
  }

  holds(
    publication: KeyOwner,
    key: Pick<KeyRecord, 'id' | 'tenant' | 'digest'>,
  ): boolean {
    const { data = {} } = this.#watch.get(this.#secretOf(publication)) ?? {};
    const value = data[clientIdOf(publication.id, key)];
    return value !== undefined && digestOfKey(decoded(value)) === key.digest;
  }

  seen(
    publication: Pick<LabelledPublication, 'id' | 'model'>,
  ): SeenCredentials {
    const { data = {} } = this.#watch.get(this.#shardOf(publication)) ?? {};
    const prefix = clientIdPrefixOf(publication.id);
    return {
      uid: this.#watch.get(this.#ownSecretOf(publication))?.metadata.uid,
      shared: Object.keys(data).filter(id => id.startsWith(prefix)),
    };
  }

  sharedEntries(): SharedEntry[] {
    return KEY_SHARDS.flatMap(shard =>
      entriesIn(this.#watch.get(this.#shardOf({ id: shard }))).map(entry => ({
        shard,
        ...entry,
      })),
    );
  }

  removeShared(shard: string, clientIds: string[]): Promise<void> {
    return this.#removeFrom(this.#shardOf({ id: shard }), clientIds);
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

  async delete(
    publication: LabelledPublication,
    { uid, shared }: SeenCredentials,
  ): Promise<void> {
    await this.#removeFrom(this.#shardOf(publication), shared);
    if (uid !== undefined) {
      const name = this.#ownSecretOf(publication);
      await this.#client.delete(Secret, name, { uid });
      this.#watch.forget(name);
    }
  }

  async #removeFrom(name: ObjectName, clientIds: string[]): Promise<void> {
    if (clientIds.length > 0 && (await this.#client.get(Secret, name))) {
      await this.#patch(
        name,
        Object.fromEntries(clientIds.map(id => [id, null])),
      );
    }
  }

  async #patch(name: ObjectName, data: Record<string, string | null>) {
    const patched = await this.#client.mergePatch(Secret, name, { data });
    if (!patched) {
      throw new NotFoundError(
        `The credentials Secret "${name.name}" was deleted just now; try again`,
      );
    }
    this.#watch.remember(patched);
  }

  #secretOf(publication: KeyOwner): ObjectName {
    return isShared(publication)
      ? this.#shardOf(publication)
      : this.#ownSecretOf(publication);
  }

  #ownSecretOf({ id, model }: { id: string; model: string }): ObjectName {
    const { namespace } = this.#options;
    return { namespace, name: credentialsNameOf(id, model) };
  }

  #shardOf({ id }: { id: string }): ObjectName {
    const { namespace, gateway } = this.#options;
    return { namespace, name: keyShardNameOf(gateway, id.slice(0, 1)) };
  }
}

function isShared({ configuration }: KeyOwner): boolean {
  return configuration.modelType === 'openai';
}

function entriesIn(secret: KubernetesObject | undefined): CredentialsEntry[] {
  return Object.entries(secret?.data ?? {})
    .filter(([clientId]) => clientId !== SENTINEL_CLIENT_ID)
    .map(([clientId, value]) => ({
      clientId,
      digest: digestOfKey(decoded(value)),
    }));
}

function decoded(value = ''): string {
  return Buffer.from(value, 'base64').toString('utf8');
}
