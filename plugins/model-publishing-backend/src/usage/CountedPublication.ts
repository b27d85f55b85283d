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
}

export function countedPublication({
  id,
  uid,
  createdAt,
  configuration: { modelType, externalPath },
}: PublicationState): CountedPublication {
  return {
    id,
    uid,
    createdAt: Date.parse(createdAt),
    modelType,
    modelName:
      modelType === 'openai' ? publicModelNameOf(externalPath) : undefined,
  };
}
