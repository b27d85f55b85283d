import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { LabelledPublication } from '../labels';
import { IssuedKey } from './issueKey';
import { KeyRecord } from './Keyring';
import { SecretText } from './SecretText';

/** Whose keys: the type of the model decides which Secret they are in. */
export interface KeyOwner extends LabelledPublication {
  configuration: { modelType: ModelType };
}

/** One entry of a credentials Secret. */
export interface CredentialsEntry {
  clientId: string;
  /** SHA-256 of the value, hexadecimal. */
  digest: string;
}

/** One entry of a shard. */
export interface SharedEntry extends CredentialsEntry {
  shard: string;
}

/** What was seen of a publication's credentials, to remove just that. */
export interface SeenCredentials {
  /** Of the publication's own Secret; undefined: there is none. */
  uid: string | undefined;
  /** Client ids in the shard of the OpenAI-compatible models. */
  shared: string[];
}

/**
 * The Secrets that Envoy reads API keys from: one per traditional publication; those of OpenAI-compatible models are
 * divided among the guard's shards, because there the guard looks keys up.
 */
export interface CredentialsStore {
  /** Creates the Secret with its sentinel alone when there is none. */
  ensure(publication: KeyOwner): Promise<void>;
  /** @throws ConflictError when the Secret has no room for another key */
  put(publication: KeyOwner, key: IssuedKey): Promise<void>;
  /** Takes keys away from the gateway. */
  removeKeys(
    publication: KeyOwner,
    keys: Array<Pick<KeyRecord, 'id' | 'tenant'>>,
  ): Promise<void>;
  /** A key as the gateway has it, by a fresh read; undefined when it does not have it. */
  read(
    publication: KeyOwner,
    key: Pick<KeyRecord, 'id' | 'tenant' | 'digest'>,
  ): Promise<SecretText | undefined>;
  /** Removes entries by client id. */
  removeEntries(publication: KeyOwner, clientIds: string[]): Promise<void>;
  /** A publication's entries as last seen by the watch, without the sentinel; undefined: there is no Secret. */
  entries(publication: KeyOwner): CredentialsEntry[] | undefined;
  /** Whether the gateway has a key, as last seen by the watch. */
  holds(
    publication: KeyOwner,
    key: Pick<KeyRecord, 'id' | 'tenant' | 'digest'>,
  ): boolean;
  /** What there is of a publication in any Secret, as last seen by the watch. */
  seen(publication: Pick<LabelledPublication, 'id' | 'model'>): SeenCredentials;
  /** Entries of all shards, as last seen by the watch, without sentinels. */
  sharedEntries(): SharedEntry[];
  /** Removes entries from a shard, whoever's they are. */
  removeShared(shard: string, clientIds: string[]): Promise<void>;
  /** Publications that have a Secret of their own, as last seen by the watch. */
  publications(): LabelledPublication[];
  /**
   * Deletes what was seen.
   *
   * @throws ConflictError when there is another Secret by now
   */
  delete(
    publication: LabelledPublication,
    seen: SeenCredentials,
  ): Promise<void>;
}
