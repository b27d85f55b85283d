import { PublicationState } from '../state/PublicationState';
import { publicModelNameOf } from '@inference-portal/plugin-model-publishing-common';

/** What counting has to know of a publication. */
export interface CountedPublication {
  id: string;
  uid: string;
  /** In milliseconds since the epoch. */
  createdAt: number;
  modelType: 'traditional' | 'openai';
  /** What clients of OpenAI's protocol call it; undefined for traditional models. */
  modelName: string | undefined;
  /** Whether a key, by its id, is or was one of this publication, and not of an earlier one of the same model. */
  hasKey: (keyId: string) => boolean;
}

export function countedPublication({
  id,
  uid,
  createdAt,
  configuration: { modelType, externalPath },
  keyring,
}: PublicationState): CountedPublication {
  let keyIds: Set<string> | undefined;
  return {
    id,
    uid,
    createdAt: Date.parse(createdAt),
    modelType,
    modelName:
      modelType === 'openai' ? publicModelNameOf(externalPath) : undefined,
    hasKey: keyId => {
      keyIds ??= new Set(keyring.map(key => key.id));
      return keyIds.has(keyId);
    },
  };
}
