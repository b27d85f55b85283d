import { PublicationState } from '../../state/PublicationState';
import { GatewayConfig } from '../../config/ModelPublishingConfig';
import {
  ModelType,
  publicModelNameOf,
} from '@inference-portal/plugin-model-publishing-common';

/** What counting has to know of a publication. */
export interface CountedPublication {
  id: string;
  uid: string;
  /** In milliseconds since the epoch. */
  createdAt: number;
  modelType: ModelType;
  /** What clients of OpenAI's protocol call it; undefined for traditional models. */
  modelName: string | undefined;
  /** Whether tokens may be counted for it by its model name alone, without a key. */
  countsByName: boolean;
  /** Whether a key, by its id, is or was one of this publication, and not of an earlier one of the same model. */
  hasKey: (keyId: string) => boolean;
}

/**
 * @param gateway - where the AI Gateway says whose key was used, only models without keys are told by their names; elsewhere all
 * are, and no two of a gateway have one name
 */
export function countedPublication(
  {
    id,
    uid,
    createdAt,
    configuration: { modelType, externalPath, authentication },
    keyring,
  }: PublicationState,
  gateway: Pick<GatewayConfig, 'capabilities'>,
): CountedPublication {
  let keyIds: Set<string> | undefined;
  return {
    id,
    uid,
    createdAt: Date.parse(createdAt),
    modelType,
    modelName:
      modelType === 'openai' ? publicModelNameOf(externalPath) : undefined,
    countsByName:
      !authentication.requireApiKey || !gateway.capabilities.clientIdMetrics,
    hasKey: keyId => {
      keyIds ??= new Set(keyring.map(key => key.id));
      return keyIds.has(keyId);
    },
  };
}
